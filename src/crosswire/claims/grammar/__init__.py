"""What a dependency parse says, of any kind of event. `tree` is asked most; `lists` holds the words that are data."""
