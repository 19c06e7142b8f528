"""Claims -> Events: which mentions tell of the same occurrence."""
