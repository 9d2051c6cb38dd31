"""How the words of the article name a source."""

from extractors.coding.attribution import Source
from extractors.coding.cast import parties
from extractors.coding.reading import ArticleReading
from extractors.language.tree import Node
from extractors.model import Party

NEWS_AGENCIES = frozenset({"afp", "ap", "dpa", "reuters", "kna", "epd", "efe", "ansa", "agency", "press"})


def agency(source: Source) -> bool:
    """A news agency speaks for the article; what it reports is no claim of a party."""
    return any(word.lower in NEWS_AGENCIES for node in source.nodes for word in (node, *node.children))


def source_words(source: Source, reading: ArticleReading) -> str | None:
    """How the article names a source; None for a pronoun that nobody is known for."""
    named = parties(source.nodes, reading, "source")
    known = [party for party in named if party.name or party.country or party.sector]
    named_by = [reading.called(node) for node in source.nodes]
    if len(source.nodes) == 1 and named_by[0] is not None:
        return named_by[0]
    if known:
        return ", ".join(_called(party) for party in known)
    words = [node for node in source.nodes if node.nominal and node.lower not in ("he", "she", "they", "we", "i")]
    return ", ".join(reading.span(_phrase(node)).text for node in words) or None


def _called(party: Party) -> str:
    """The words, or the name where the words only point back."""
    if (
        party.name
        and (len(party.text) <= 4 or party.text.lower().startswith(("the ", "his ", "her ")))
        and not party.text.isupper()
    ):
        return party.name
    return party.text


def _phrase(node: Node) -> list[Node]:
    """A noun with what belongs to its name."""
    kept = [node]
    for each in kept:
        kept += each.kids("compound", "amod", "flat", "nmod:desc", "nmod:poss", "nummod")
    if node.lemma in ("source", "official"):
        kept += [part for noun in node.kids("nmod") for part in noun.subtree()]  # "a source in the ministry"
    return kept
