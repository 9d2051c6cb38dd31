"""One article as the coder sees it: mended trees, speakers, topics, and the answers of the other rooms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.actors import Resolver, resolver
from extractors.actors.book import ActorBook
from extractors.coding.attribution import Source, carried_sources, sources_of
from extractors.coding.closing import closing_source
from extractors.coding.frame import SentenceView
from extractors.coding.topics import article_topics, sentence_topics
from extractors.dates import event_time, lead_time, read_times
from extractors.dates.clauses import is_perfect, predicate_of
from extractors.language.pipeline import ParsedArticle
from extractors.language.repair import mended
from extractors.language.tree import Node, Tree
from extractors.model import EventTime, Party, Place, Quantity, Span, TimeExpression
from extractors.places import ArticlePlaces, Gazetteer, event_place, read_places
from extractors.quantities import find_quantities

LANDS = frozenset({"state", "province", "region", "city", "town", "district", "county", "island", "village", "area"})
ARMED = frozenset({"MIL", "REB", "PRM", "UAF", "COP", "CRM"})


def _named(land: Node, located: set[int]) -> bool:
    """ "Mizoram state", "the town of Goma"."""
    return any(kid.i in located for kid in land.kids("compound", "nmod", "appos", "flat"))


@dataclass(frozen=True, slots=True)
class ArticleReading:
    """A parsed article and everything known about it before events are looked for."""

    parsed: ParsedArticle
    trees: tuple[Tree, ...]
    topics: dict[str, float]
    carried: dict[int, Source]
    times: tuple[tuple[TimeExpression, ...], ...]
    places: ArticlePlaces
    quantities: tuple[Quantity, ...]
    resolver: Resolver
    _sectors: dict[tuple[int, int], frozenset[str | None]] = field(default_factory=dict)
    _sentence_topics: dict[int, frozenset[str]] = field(default_factory=dict)

    def source(self, node: Node) -> Source | None:
        """Who says the clause of a word: in its sentence, else whose quotation runs on."""
        return next(self.sources(node), None)

    def sources(self, node: Node) -> Iterator[Source]:
        """Every source of the clause, the innermost first."""
        found = False
        for source in sources_of(node):
            found = True
            yield source
        if found:
            return
        closing = closing_source(node, self.trees[node.sentence])
        if closing is not None:
            yield closing
        elif node.sentence in self.carried:
            yield self.carried[node.sentence]

    def parties(self, node: Node, role: str) -> tuple[Party, ...]:
        """The parties a word names."""
        token = self.parsed.sentences[node.sentence].doc[node.i]
        return self.resolver.parties(node.sentence, token, role=role)  # type: ignore[arg-type]

    def coded(self, node: Node) -> bool:
        """Whether the word names a party whose country or sector is known."""
        return bool(self._sectors_of(node))

    def armed(self, node: Node) -> bool:
        """Whether the word names a party that bears arms."""
        return not ARMED.isdisjoint(self._sectors_of(node))

    def _sectors_of(self, node: Node) -> frozenset[str | None]:
        """The sectors of the parties that have any code."""
        key = (node.sentence, node.i)
        found = self._sectors.get(key)
        if found is None:
            named = self.parties(node, "actor")
            found = frozenset(each.sector for each in named if each.country or each.sector)
            self._sectors[key] = found
        return found

    def called(self, node: Node) -> str | None:
        """How the article names the person that a pronoun means."""
        return self.resolver.called(node.sentence, self.parsed.sentences[node.sentence].doc[node.i])

    def time(self, node: Node) -> EventTime:
        """When the act of a trigger happened."""
        token = self.parsed.sentences[node.sentence].doc[node.i]
        return event_time(self.parsed, self.times, node.sentence, token)

    def lead_time(self, node: Node) -> EventTime | None:
        """The day that the article's lead sets, for a deed told in the simple past."""
        token = self.parsed.sentences[node.sentence].doc[node.i]
        return lead_time(self.parsed, self.times, node.sentence, token)

    def sums_up(self, node: Node) -> bool:
        """Whether the word's clause adds up the victims so far: "have been killed"."""
        predicate = predicate_of(self.parsed.sentences[node.sentence].doc[node.i])
        return predicate.lemma_.lower() in ("kill", "die", "wound", "injure") and is_perfect(predicate)

    def place(self, node: Node) -> Place | None:
        """Where the act of a trigger happened."""
        token = self.parsed.sentences[node.sentence].doc[node.i]
        return event_place(self.places, self.parsed, node.sentence, token)

    def keeps_to(self, place: Place) -> bool:
        """Whether the article is mostly about this place, or about the country that it is."""
        focus = self.places.focus
        if focus is None:
            return place.country == self.places.focus_country
        return focus.gazetteer_id == place.gazetteer_id or focus.name == place.name

    def span(self, nodes: Sequence[Node]) -> Span:
        """The words from the first to the last of some words of one sentence."""
        sentence = self.parsed.sentences[nodes[0].sentence]
        start, end = min(node.start for node in nodes), max(node.end for node in nodes)
        return Span(text=sentence.sentence.text[start:end], start=sentence.start + start)

    def sentence_topics(self, number: int) -> frozenset[str]:
        """What a sentence is about besides politics."""
        found = self._sentence_topics.get(number)
        if found is None:
            found = self._sentence_topics[number] = sentence_topics(self.trees[number], self.topics)
        return found

    def view(self, number: int) -> SentenceView:
        """What the lexicon's conditions may ask of a sentence."""
        tree = self.trees[number]
        located = {n for entity in tree.entities if entity.label == "LOC" for n in range(entity.first, entity.last + 1)}

        def speakers(node: Node) -> tuple[Node, ...]:
            found = self.source(node)
            return found.nodes if found is not None else ()

        return SentenceView(
            tree=tree,
            topics=self.sentence_topics(number),
            is_party=self.coded,
            is_armed=self.armed,
            is_place=lambda node: node.i in located or (node.lemma in LANDS and _named(node, located)),
            speakers=speakers,
        )


def read_article(parsed: ParsedArticle, gazetteer: Gazetteer, book: ActorBook) -> ArticleReading:
    """Mend the trees and ask the other rooms what they find."""
    trees = tuple(mended(each) for each in parsed.sentences)
    places = read_places(parsed, gazetteer, trees)
    times = read_times(parsed)
    return ArticleReading(
        parsed=parsed,
        trees=trees,
        topics=article_topics(trees),
        carried=carried_sources(trees, [each.sentence.block for each in parsed.sentences]),
        times=times,
        places=places,
        quantities=find_quantities(parsed, times),
        resolver=resolver(parsed, book, places.focus_country, places.title_country),
    )
