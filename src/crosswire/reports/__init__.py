"""Fetched -> Report: text, title, outlet, byline, dates, language, blocks."""
