"""A dataset of events from archives of pages (docs/backfill.md). `run` leads through the stages."""
