"""Read all places of an article at once: what each name means depends on the others."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.folding import fold
from extractors.language.pipeline import ParsedArticle, ParsedSentence
from extractors.language.tree import Tree, read_tree
from extractors.model import Place, Span
from extractors.places.entries import GazetteerEntry
from extractors.places.gazetteer import Gazetteer
from extractors.places.mentions import PlaceMention, find_mentions, surnames
from extractors.places.resolve import Resolver, Toponym, country_mentions
from extractors.places.roles import Role
from extractors.places.words import PART_NAMES

ZONE_WEIGHT = {"title": 3.0, "teaser": 2.0}
ROLE_WEIGHT: dict[Role, float] = {"ground": 2.0, "unclear": 1.0, "modifier": 1.0, "elsewhere": 0.5, "actor": 0.25}
PART_PRECISION = 2
"""A part without a point of its own is located by the whole: UCDP's "near"."""
MOST_EXACT_FOCUS = 5
"""The focus is a town or region; a country alone is `focus_country`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundPlace:
    """A place in a sentence. `head` is the word that carries it in the tree; `place` has its span."""

    place: Place
    head: int
    role: Role
    within: int | None = None
    """Position in its sentence of the place that it lies in."""
    series: int | None = None
    """Position in its sentence of the first place of its list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePlaces:
    """What an article says about where. `mentions` leaves out capitals and countries that act."""

    mentions: tuple[tuple[Place, ...], ...]
    """The places of each sentence, in text order."""
    focus: Place | None
    """The place the article is about."""
    focus_country: str | None
    """ISO 3166 alpha-3 of the country the article is about."""
    found: tuple[tuple[FoundPlace, ...], ...]
    trees: tuple[Tree, ...]
    starts: tuple[int, ...]
    """Offset of each sentence in the article."""

    @property
    def title_country(self) -> str | None:
        """The country of the first town that the title names, or of what stands before its colon: "Kharkiv: …"."""
        for tree, start, named in zip(self.trees, self.starts, self.mentions, strict=True):
            if start:
                return None
            for place in named:
                label = place.span is not None and not place.span.start and ":" in tree.text[: len(place.span.text) + 2]
                if label or (place.precision or 9) <= TOWN:
                    return place.country
        return None


TOWN = 3
"""UCDP precision up to which a place is a town or near one."""


def read_places(parsed: ParsedArticle, gazetteer: Gazetteer, trees: tuple[Tree, ...] | None = None) -> ArticlePlaces:
    """Find, resolve and weigh every place an article names; `trees` spares reading the trees a second time."""
    if trees is None:
        trees = tuple(
            read_tree(sentence.doc, ud=sentence.view.ud, sentence=sentence.sentence.index)
            for sentence in parsed.sentences
        )
    people = surnames(trees)
    mentions = [find_mentions(tree, gazetteer, people) for tree in trees]
    toponyms = [
        Toponym(
            name=mention.name,
            start=sentence.start + tree.nodes[mention.first].start,
            end=sentence.start + tree.nodes[mention.last].end,
            kinds=mention.kinds,
        )
        for sentence, tree, row in zip(parsed.sentences, trees, mentions, strict=True)
        for mention in row
    ]
    text = parsed.article.text
    entries = iter(Resolver(gazetteer).resolve(toponyms, text))
    rows = [[(mention, next(entries)) for mention in row] for row in mentions]
    country = _focus_country(rows, text)
    focus = _focus(parsed.sentences, rows, country)
    found = tuple(
        _located(tuple(_found(sentence, tree, mention, entry, focus) for mention, entry in row))
        for sentence, tree, row in zip(parsed.sentences, trees, rows, strict=True)
    )
    return ArticlePlaces(
        mentions=tuple(tuple(each.place for each in row if each.role != "actor") for row in found),
        focus=_focus_place(focus, found),
        focus_country=country,
        found=found,
        trees=trees,
        starts=tuple(sentence.start for sentence in parsed.sentences),
    )


Rows = Sequence[Sequence[tuple[PlaceMention, GazetteerEntry | None]]]


def _focus(sentences: Sequence[ParsedSentence], rows: Rows, country: str | None) -> GazetteerEntry | None:
    """The place below a country that is named most, titles and grounds counting more; the first on a tie.

    Only places of the country that the article is about stand for it, where it names any.
    """
    votes: defaultdict[GazetteerEntry, float] = defaultdict(float)
    for sentence, row in zip(sentences, rows, strict=True):
        for mention, entry in row:
            if entry is not None and entry.precision <= MOST_EXACT_FOCUS:
                weight = ZONE_WEIGHT.get(sentence.sentence.zone, 1.0) * ROLE_WEIGHT[mention.role]
                votes[replace(entry, alternate=False)] += weight
    inside = [each for each in votes if each.country == country]
    return max(inside or votes, key=lambda each: votes[each]) if votes else None


def _focus_place(entry: GazetteerEntry | None, found: Sequence[Sequence[FoundPlace]]) -> Place | None:
    if entry is None:
        return None
    place = _place(entry, entry.name, None, None)
    first = next((each.place for row in found for each in row if _same(each.place, place)), None)
    return place if first is None else replace(place, name=first.name, span=first.span)


def _same(one: Place, two: Place) -> bool:
    return (one.latitude, one.longitude, one.gazetteer_id) == (two.latitude, two.longitude, two.gazetteer_id)


def _focus_country(rows: Rows, text: str) -> str | None:
    votes: defaultdict[str, float] = defaultdict(float)
    for country, count in country_mentions(text).items():
        votes[country] += count
    for row in rows:
        for mention, entry in row:
            if entry is not None and entry.country and entry.kind != "country":
                votes[entry.country] += ROLE_WEIGHT[mention.role]
    return max(votes, key=lambda each: votes[each]) if votes else None


def _found(
    sentence: ParsedSentence,
    tree: Tree,
    mention: PlaceMention,
    entry: GazetteerEntry | None,
    focus: GazetteerEntry | None,
) -> FoundPlace:
    start, end = tree.nodes[mention.part_first].start, tree.nodes[mention.last].end
    span = Span(text=tree.text[start:end], start=sentence.start + start)
    name, part = tree.text[tree.nodes[mention.first].start : end], mention.part
    if fold(name) in PART_NAMES and (entry is None or entry.kind != "part"):
        entry, name, part = focus, focus.name if focus else name, name if focus else None
    if entry is None:
        place = Place(name=name, part=part, span=span, method="unresolved")
    else:
        place = _place(entry, name, part, span)
        if mention.site:
            place = replace(place, name=name, precision=max(PART_PRECISION, entry.precision), method="near")
    return FoundPlace(place=place, head=mention.head, role=mention.role, within=mention.within, series=mention.series)


def _located(row: tuple[FoundPlace, ...]) -> tuple[FoundPlace, ...]:
    """Give places that nobody lists the point of the place they are said to lie in."""
    return tuple(
        each if each.within is None else replace(each, place=located_by(each.place, row[each.within].place))
        for each in row
    )


def located_by(place: Place, whole: Place) -> Place:
    """An unresolved place at the point of the one it lies in, as exact as that allows; a resolved one as it is."""
    if place.latitude is not None or whole.precision is None:
        return place
    return replace(
        place,
        latitude=whole.latitude,
        longitude=whole.longitude,
        country=whole.country,
        admin1=whole.admin1,
        precision=max(PART_PRECISION, whole.precision),
        method="near",
    )


def _place(entry: GazetteerEntry, words: str, part: str | None, span: Span | None) -> Place:
    """The entry as a place of the article, under the article's own spelling; a country under its common name."""
    return Place(
        name=entry.name if entry.kind == "country" else words.removeprefix("the "),
        part=part,
        span=span,
        latitude=entry.latitude,
        longitude=entry.longitude,
        country=entry.country,
        admin1=entry.admin1,
        precision=max(PART_PRECISION, entry.precision) if part else entry.precision,
        gazetteer=entry.gazetteer,
        gazetteer_id=entry.gazetteer_id,
        method="name",
    )
