"""Turn a page, HTML or text dump, into an Article without its furniture. Alone in knowing trafilatura."""
