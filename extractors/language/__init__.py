"""Sentences and their grammar. The only room that knows spaCy's API; the coder reads trees through `depview`."""
