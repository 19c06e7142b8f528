"""Outside -> Fetched: files, pages, records; and the table of outlets."""
