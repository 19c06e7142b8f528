"""The pages a reader sees. Imports `app` only."""
