"""The version of the rules of reading, by itself: who looks at a store asks for it, and must not load the parser."""

RULES = "read.v9"
