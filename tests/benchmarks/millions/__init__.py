"""A warehouse of millions of events, made of the articles we have, and what it costs to fill, publish and ask."""
