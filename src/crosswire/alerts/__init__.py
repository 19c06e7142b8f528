"""Changes -> Alerts: watches, areas, messages."""
