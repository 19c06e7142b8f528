"""When: expressions of time and their values."""
