"""Event + Claims -> Facts: align, trace origins, weigh, check."""
