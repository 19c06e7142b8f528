"""Measurements on public data and of speed; each prints one JSON line last."""
