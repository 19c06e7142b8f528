"""Maps, time lines and graphs as geometry: plain numbers and SVG path data that a template puts in place."""
