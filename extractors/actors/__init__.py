"""Who is meant: parties by country and sector. Knows lists of actors, titles and what an article said before.

Other rooms call `load_actors`, `resolver` and, for a user's own list, `read_actors_csv`.
"""

from extractors.actors.book import ActorBook, load_actors
from extractors.actors.entry import ActorEntry
from extractors.actors.resolve import Resolver, resolver
from extractors.actors.tables import read_actors_csv

__all__ = ["ActorBook", "ActorEntry", "Resolver", "load_actors", "read_actors_csv", "resolver"]
