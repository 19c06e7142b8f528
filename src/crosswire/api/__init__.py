"""The REST API. Imports `app` only; its wire shapes live here."""
