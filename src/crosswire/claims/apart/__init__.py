"""What is said and who says it, parsed each by itself and then put together again."""
