"""Who contradicts whom: what somebody denies, and who is told to say it (docs/decisions/0086)."""
