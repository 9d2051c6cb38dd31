"""When and where an act happened, as far as its own words, its paragraph and the article's lead tell."""

from extractors.coding.match import Match
from extractors.coding.reading import ArticleReading
from extractors.language.tree import Node
from extractors.model import EventTime, EventType, Place, Span

VERBAL: frozenset[EventType] = frozenset(
    {"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"}
)
SCENIC = frozenset({"ASSAULT", "COERCE", "PROTEST", "RETREAT", "MOBILIZE", "AID"})
"""Types that happen where the article plays; a sanction or a speech has no scene."""
INFERRED = ("paragraph", "headline", "focus")
RECENT = 7
"""Days."""
VENUES = frozenset(
    {
        "meeting", "conference", "summit", "speech", "session", "interview", "visit", "rally", "forum", "parliament",
        "briefing", "statement", "talk", "gathering", "congress", "ceremony",
    }
)  # fmt: skip


def told_time(match: Match, reading: ArticleReading) -> EventTime:
    """When it happened; a deed without a day goes on with the lead's day and not with that of publication."""
    time = reading.time(match.node)
    if time.method == "publication" and match.sense.event_type not in VERBAL:
        return reading.lead_time(match.node) or time
    return time


def told_place(match: Match, time: EventTime, reading: ArticleReading) -> Place | None:
    """Where it happened; what is said happens where the text says so, not where what it is about happens."""
    place = reading.place(match.node)
    if place is None or place.method in INFERRED:
        place = _where_said(match, reading) or place
    if place is not None and place.method in INFERRED and not _at_the_scene(match, place, time, reading):
        return None
    if place is None or match.sense.event_type not in VERBAL:
        return place
    if place.method not in ("clause", "sentence") or place.span is None:
        return None
    if match.sense.event_type == "CONSULT":
        return place
    return place if _spoken_at(place.span, _uttered(match, reading) or match.node, reading) else None


def _uttered(match: Match, reading: ArticleReading) -> Node | None:
    """The verb by which the actor says what the trigger stands in: "Assad showed no will, Kerry said"."""
    said = reading.source(match.node)
    return said.verb if said is not None and set(said.nodes) & set(match.actors) else None


def _where_said(match: Match, reading: ArticleReading) -> Place | None:
    """The place of the verb of speech, for an utterance whose content names none."""
    verb = _uttered(match, reading) if match.sense.event_type in VERBAL else None
    return reading.place(verb) if verb is not None and verb is not match.node else None


def _at_the_scene(match: Match, place: Place, time: EventTime, reading: ArticleReading) -> bool:
    """Whether an act that names no place is told of the scene that the article has set.

    A paragraph's place goes on for any deed. The headline's is lent to force and unrest of these days alone, and only
    where the article keeps to it: on annotated articles a place that the whole article is mostly about was wrong for
    seven acts of nine, a headline's for half.
    """
    if match.sense.event_type not in SCENIC or match.sense.mode == "ceasefire":
        return False
    if place.method == "paragraph":
        return True
    if time.method == "publication" and reading.sums_up(match.node):
        return False  # "Russia says 498 of its soldiers have been killed"
    return place.method == "headline" and _these_days(time, reading) and reading.keeps_to(place)


def _these_days(time: EventTime, reading: ArticleReading) -> bool:
    """Whether an act is of the days before publication, as far as its words tell."""
    published = reading.parsed.article.published
    if published is None or time.start is None:
        return time.method != "context"
    return (published - time.start.date()).days <= RECENT


def _spoken_at(span: Span, verb: Node, reading: ArticleReading) -> bool:
    """Whether the place hangs on the verb itself or on a meeting at which it was said."""
    offset = span.start - reading.parsed.sentences[verb.sentence].start
    named = next((node for node in verb.subtree() if node.start <= offset < node.end), None)
    if named is None:
        return False
    path = [named, *named.ancestors()]
    between = [each for each in path[1 : path.index(verb)] if each.dep not in ("flat", "compound", "amod")]
    return (named.dep != "nmod" and not between) or all(each.lemma in VENUES or _of_venue(each) for each in between)


def _of_venue(node: Node) -> bool:
    return node.head is not None and node.head.lemma in VENUES
