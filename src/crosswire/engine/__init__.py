"""Where work runs: `each(function, items)` and `by_key(function, keyed)`: here, in a pool of processes, in a cluster."""
