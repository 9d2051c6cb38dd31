"""Say where one event happened: the narrowest place in its clause, then its sentence, the headline, the focus."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Token
from extractors.language.tree import Node, Tree, preposition
from extractors.model import Place
from extractors.places.anaphora import anaphors
from extractors.places.reading import ArticlePlaces, FoundPlace
from extractors.places.roles import Role
from extractors.places.words import (
    COURTS,
    GROUND,
    HARMING_VERBS,
    LEGAL_VERBS,
    PLACE_NOUNS,
    PLACE_VERBS,
    PROTEST_VERBS,
    REASONS,
    SPEECH_VERBS,
    STATIVE_VERBS,
    TALK_VERBS,
)

Method = Literal["clause", "sentence"]
Nearness = Literal[0, 1, 2]
"""0 hangs on the event, 1 on the clause it belongs to, 2 on a clause beside it."""

NO_GROUND: frozenset[Role] = frozenset({"actor", "elsewhere"})
BORDERS = frozenset({"ccomp", "parataxis", "acl:relcl", "advcl", "csubj", "acl", "conj"})
"""Relations that open another clause or another act."""
NO_DEEDS = SPEECH_VERBS | TALK_VERBS | STATIVE_VERBS
ELSEWHEN = frozenset({"before", "since", "until", "because", "although", "though", "despite", "if"})
"""Words before a clause that plays at another time, or is another matter."""
TOPIC = frozenset({"against", "about", "over", "for", "of"})
"""Prepositions before what a protest is about."""
DOERS = frozenset({"nsubj", "nsubj:pass", "obl:agent"})
GATHERINGS = frozenset({"meeting", "summit", "conference", "session", "congress", "forum", "assembly"})
"""Subjects that are somewhere themselves: "a conference in Paris pledged"."""
MEETING_VERBS = frozenset({"meet", "gather", "convene", "assemble", "speak", "address"})
"""Verbs that put the speakers somewhere: "donors meeting in Paris pledged"."""
UNKNOWN_PRECISION = 1
"""How exact an unresolved name is taken to be when it competes: what nobody lists is small."""


@dataclass(frozen=True, slots=True)
class _Candidate:
    nearness: int
    precision: int
    gap: int
    node: Node
    place: Place
    series: int | None
    taken_up: bool = False
    """Whether only "the city" or the like names it."""


def _rank(candidate: _Candidate) -> tuple[int, bool, int, int]:
    """The nearest first, a name before "the city", then the most exact, then the one closest to the act."""
    return candidate.nearness, candidate.taken_up, candidate.precision, candidate.gap


def event_place(places: ArticlePlaces, parsed: ParsedArticle, sentence: int, trigger: Token) -> Place | None:
    """Where the event that `trigger` tells happened; `method` says by what: clause, sentence, headline, focus.

    A place told in the paragraph just before goes on ("They also set fire to a post"); None when the article names no
    place. The place of a speech or meeting is never lent to what was said there.
    """
    found = sentence_places(places, sentence, trigger.i)
    if found:
        return found[0]
    told = _told_before(places, parsed, sentence)
    if told is not None:
        return replace(told, method="paragraph")
    for other in parsed.sentences:
        if other.sentence.zone == "title":
            named = [
                each.place for each in places.found[other.sentence.index] if each.role not in ("actor", "elsewhere")
            ]
            if named:
                return replace(min(named, key=_precision), method="headline")
    return None if places.focus is None else replace(places.focus, method="focus")


def _told_before(places: ArticlePlaces, parsed: ParsedArticle, sentence: int) -> Place | None:
    """The one ground that the sentences before name in the same paragraph, the nearest sentence that has any."""
    block = parsed.sentences[sentence].sentence.block
    for number in range(sentence - 1, -1, -1):
        if parsed.sentences[number].sentence.block != block:
            return None
        ground = [each for each in places.found[number] if each.role == "ground" and _at_home(each.place, places)]
        if ground:
            inner = {each.within for each in ground}
            exact = [
                each.place for spot, each in enumerate(places.found[number]) if each in ground and spot not in inner
            ]
            return min(exact, key=_precision) if exact else None
    return None


def _at_home(place: Place, places: ArticlePlaces) -> bool:
    """Whether a place lies, as far as is known, in the country that the article is about."""
    return place.country in (None, places.focus_country)


def sentence_places(places: ArticlePlaces, sentence: int, trigger: int) -> tuple[Place, ...]:
    """The places that the sentence itself gives for the event at word `trigger`, the narrowest first.

    More than one only where they are coordinated: "in Yala, Pattani and Narathiwat".
    """
    tree = places.trees[sentence]
    act = tree.nodes[trigger]
    named = places.found[sentence]
    candidates = {number: _candidate(tree, act, each) for number, each in enumerate(named)}
    for number, each in enumerate(named):
        _take_over(candidates, number, each.within)
    rest = [_candidate(tree, act, each) for each in anaphors(places, sentence)]
    taken_up = (replace(each, taken_up=True) for each in rest if each is not None)
    possible = [*(each for each in candidates.values() if each is not None), *taken_up]
    possible = [each for each in possible if not _inside_another(each, possible)]
    if not possible and (act.lemma in HARMING_VERBS or (act.verbal and act.lemma not in NO_DEEDS)):
        possible = _only_ground(tree, act, named)
    if not possible:
        return ()
    best = min(possible, key=_rank)
    method: Method = "clause" if best.nearness < 2 else "sentence"
    others = [each.place for each in named if best.series is not None and each.series == best.series]
    return tuple(
        replace(each, method=method) for each in (best.place, *(other for other in others if other != best.place))
    )


def _only_ground(tree: Tree, act: Node, named: Sequence[FoundPlace]) -> list[_Candidate]:
    """The narrowest ground of a sentence that names no other: what the grammar does not tie to an act, sense does."""
    inner = {each.within for each in named}
    ground = [each for number, each in enumerate(named) if each.role == "ground" and number not in inner]
    if len(ground) != 1 or any(each.role == "elsewhere" for each in named):
        return []
    node = tree.nodes[ground[0].head]
    above = [node, *node.ancestors()]
    if act.lemma not in HARMING_VERBS and _is_beside(above, act):
        return []
    if _is_journey(node) or _is_origin(node) or any(preposition(step) == "according to" for step in above):
        return []
    if any(step.dep == "advcl" and preposition(step) in ELSEWHEN for step in above):
        return []
    return [_Candidate(2, _precision(ground[0].place), abs(node.i - act.i), node, ground[0].place, None)]


def _is_beside(above: list[Node], act: Node) -> bool:
    """Whether the ground is the speaker's, or of a clause that explains a noun: no deed beside it is done there."""
    shared = (act, *act.ancestors())
    if any(step.verbal and step.dep in ("acl", "acl:relcl") and step not in shared for step in above):
        return True
    return any(step.dep == "nsubj" and step.head is not None and step.head.lemma in SPEECH_VERBS for step in above)


def _take_over(candidates: dict[int, _Candidate | None], inner: int, outer: int | None) -> None:
    """Let a place stand for the wider one that it lies in, wherever the parser hung that."""
    if outer is None:
        return
    narrow, wide = candidates[inner], candidates[outer]
    if narrow is not None and wide is not None:
        candidates[inner] = replace(narrow, nearness=min(narrow.nearness, wide.nearness))
        candidates[outer] = None


def _inside_another(one: _Candidate, candidates: list[_Candidate]) -> bool:
    """Whether another candidate is narrower because this one hangs on it."""
    above = [] if one.node.dep == "conj" else list(one.node.ancestors())
    return any(other.node in above and other.nearness <= one.nearness for other in candidates)


def _precision(place: Place) -> int:
    return UNKNOWN_PRECISION if place.precision is None else place.precision


def _candidate(tree: Tree, act: Node, found: FoundPlace) -> _Candidate | None:
    if found.role in NO_GROUND:
        return None
    node = tree.nodes[found.head]
    seat = _is_seat(node, act)
    nearness = 0 if seat else None if _is_origin(node) else _nearness(node, act)
    if nearness is None or (found.role == "modifier" and node.head is not act and not seat):
        return None
    if found.role == "unclear" and (nearness > 1 or (node.lemma not in PLACE_NOUNS and act.lemma not in PLACE_VERBS)):
        return None
    return _Candidate(nearness, _precision(found.place), abs(node.i - act.i), node, found.place, found.series)


def _is_seat(node: Node, act: Node) -> bool:
    """Whether the place is that of the court or police that acts: "a Munich court sentenced"."""
    court = node if node.lemma in COURTS else node.head
    if court is None or court.lemma not in COURTS or (court is not node and node.dep not in ("compound", "amod")):
        return False
    return court.dep in DOERS and court.head is act


def _nearness(node: Node, act: Node) -> Nearness | None:
    """How closely a place belongs to an act; None when it belongs to another one."""
    if act.verbal and act.lemma in PLACE_VERBS and node.i == act.i + 1:
        return 0
    path = [node, *node.ancestors()]
    if any(preposition(step) == "according to" for step in path):
        return None
    if act in path:
        return _below(path[: path.index(act)], act)
    trail = [act, *act.ancestors()]
    meeting = next((step for step in trail if step in path), None)
    if meeting is None:
        return None
    up, down = trail[: trail.index(meeting)], path[: path.index(meeting)]
    clauses = (*_borders(up), *_borders(down))
    if _told(up) and not _borders(down) and _sets_the_scene(down, meeting):
        return 1
    if _told(up) or any(_is_other_story(clause, act) for clause in clauses):
        return None
    if not _borders(down):
        return 1
    return None if _borders(up) or _is_journey(node) else 2


def _below(below: list[Node], act: Node) -> Nearness | None:
    """The nearness of a place that hangs on the act itself, over at most one other clause."""
    borders = _borders(below)
    if act.lemma in LEGAL_VERBS and _is_the_charge(below):
        return None
    if below and act.lemma in TALK_VERBS and not _takes_lives(act) and not _is_where_talked(below, act):
        return None
    if not borders:
        return 0
    if act.lemma in SPEECH_VERBS or any(step.dep == "ccomp" or _is_other_story(step, act) for step in borders):
        return None
    return None if len(borders) > 2 or _is_journey(below[0]) else 2


def _takes_lives(act: Node) -> bool:
    """ "Two bombs in Gombe have claimed 37 lives": nothing is said here."""
    return any(obj.lemma in ("life", "lives", "victim") for obj in act.kids("obj"))


def _is_the_charge(below: list[Node]) -> bool:
    """Whether a place is only that of the act somebody answers for: "sentenced for the murder of a priest in Z"."""
    top = below[-1] if below else None
    if top is None or len(below) < 2:
        return False
    return top.verbal or preposition(top).partition(" ")[0] in REASONS


def _borders(steps: list[Node]) -> list[Node]:
    return [step for step in steps if step.dep in BORDERS and step.verbal]


def _sets_the_scene(down: list[Node], speech: Node) -> bool:
    """Whether a place stands before the speaker: "In Jericho, officials said soldiers had shot a man"."""
    subjects = speech.kids("nsubj")
    return bool(down and subjects) and down[-1].dep == "obl" and down[-1].i < subjects[0].i


def _is_other_story(clause: Node, act: Node) -> bool:
    """Whether a clause beside the act's plays at another time, or the act is only talk about it."""
    if clause.dep == "conj":
        return act.lemma in TALK_VERBS and bool(clause.kids("nsubj", "nsubj:pass"))
    return clause.dep == "advcl" and preposition(clause) in ELSEWHEN


def _is_journey(node: Node) -> bool:
    """Whether a place is only where somebody went or came from afterwards."""
    return preposition(node) in ("to", "from")


def _is_origin(node: Node) -> bool:
    """Whether a place only says whence somebody is: "soldiers from Eritrea"."""
    return node.dep == "nmod" and preposition(node) == "from" and node.head is not None and node.head.dep in DOERS


def _told(steps: list[Node]) -> bool:
    return any(step.dep in ("ccomp", "parataxis") and step.verbal for step in steps)


def _is_where_talked(below: list[Node], act: Node) -> bool:
    """Whether a place below a verb of talking is where that is done, not what it is about."""
    top = below[-1]
    if any(step.lemma in MEETING_VERBS and step.dep in ("acl", "acl:relcl", "advcl") for step in below):
        return True
    if top.dep == "nsubj" and top.lemma in GATHERINGS:
        return True
    if act.lemma in PROTEST_VERBS:
        return top.dep in ("nsubj", "obj") or preposition(top).rpartition(" ")[2] not in TOPIC
    return top.dep in ("obl", "obl:unmarked", "advmod") and (len(below) == 1 or preposition(top) in GROUND)
