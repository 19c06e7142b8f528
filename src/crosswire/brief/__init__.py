"""Facts -> what is read: terminal text, Markdown, HTML, JSON."""
