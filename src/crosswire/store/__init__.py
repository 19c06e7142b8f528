"""The store: one contract, SQLite and PostgreSQL. Imports only `model` and `errors`."""
