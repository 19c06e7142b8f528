"""Selections of events in the forms other programs read: one module a form, nothing here but what is told to outsiders."""
