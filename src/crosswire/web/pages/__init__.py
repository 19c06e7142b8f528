"""The pages, one module a page: what is asked, what is shown."""
