"""The pages, and the server that has them and the API."""
