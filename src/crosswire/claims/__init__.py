"""Report -> claims: sentences, speakers, values, and what the frames ask."""
