"""Ways out for alerts: log, webhook, mail. Imports only `model` and `errors`."""
