"""Whether a clause tells what happened, is expected, possible, denied, or thought."""
