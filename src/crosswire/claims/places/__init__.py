"""Where: places named in a text, each settled on one spot of the map."""
