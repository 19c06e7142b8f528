"""Where work runs: `each(function, items)` and `by_key(function, keyed)`, in this process, a pool or a cluster."""
