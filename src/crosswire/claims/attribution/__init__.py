"""Who said, thinks or wants what: attributions with the spans of cue, content and source."""
