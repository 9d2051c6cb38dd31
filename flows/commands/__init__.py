"""The commands, by what they do: read pages in, look at the warehouse, annotate text."""
