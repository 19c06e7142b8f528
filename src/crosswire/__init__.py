"""Crosswire: what several outlets together say about an event, and how independently."""

__version__ = "0.1.0"
