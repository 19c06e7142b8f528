"""What speaks for and against two tellings being of one event (docs/linking.md), a module for each sort of feature."""
