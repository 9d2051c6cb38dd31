"""One act, one event: mentions of the same act in title, teaser, caption and body become one record."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from extractors.coding.cast import coded
from extractors.coding.drafts import Draft
from extractors.coding.fusing import TOLLS, before, other_mode
from extractors.coding.grammar import undergoers
from extractors.coding.same import (
    brief,
    inferred_place,
    same_countries,
    same_group,
    same_place,
    same_time,
    shared_parties,
    told_day,
)
from extractors.coding.scene import VERBAL
from extractors.coding.victims import killed_once
from extractors.language.tree import Node
from extractors.model import COUNTED, Party

GENERIC = frozenset(
    {
        "be", "have", "do", "say", "make", "take", "tell", "give", "get", "go", "come", "year", "day", "week", "month",
        "people", "country", "report",
    }
)  # fmt: skip
FURTHER = frozenset({"also", "additionally", "later", "again", "separately", "meanwhile", "subsequently", "moreover"})
"""Adverbs by which a sentence goes on to another act."""
MANIFOLD = frozenset({"COERCE", "SANCTION", "AID"})
"""Types of such different acts that actor and day alone do not make two mentions one."""
MUTUAL = frozenset({"clash", "fight", "battle", "skirmish", "fighting"})
SHORT, LONG = timedelta(days=2), timedelta(days=31)
SMALL = 3
"""UCDP precision up to which a place is a town and not a province."""
SECONDARY = ("title", "teaser", "caption", "heading")


def merge(drafts: Sequence[Draft]) -> list[list[Draft]]:
    """Groups of drafts that tell one act, the best told first in each group, groups in text order."""
    groups: list[list[Draft]] = []
    ordered = sorted(drafts, key=lambda made: (made.zone in SECONDARY, made.mention.trigger.start))
    for made in ordered:
        home = next((group for group in groups if _belongs(made, group)), None)
        if home is None and made.zone in SECONDARY:
            home = next((group for group in groups if any(retold(made, other) for other in group)), None)
        if home is None:
            groups.append([made])
        else:
            home.append(made)
    return sorted(groups, key=lambda group: min(made.mention.trigger.start for made in group))


def _belongs(made: Draft, group: Sequence[Draft]) -> bool:
    """Whether it tells the act of the group, and not one before or after an act of the group in the same sentence."""
    beside = [other for other in group if other.mention.sentence == made.mention.sentence]
    if any(before(made, other) or before(other, made) for other in beside):
        return False
    return any(same_act(made, other) for other in group)


def same_act(a: Draft, b: Draft) -> bool:
    """Whether two mentions can only be the same act: nothing differs, and enough is shared."""
    if killed_once(a, b):
        return True
    if a.event_type != b.event_type or other_mode(a, b):
        return False
    if (a.status in COUNTED) != (b.status in COUNTED) or (a.status not in COUNTED and a.status != b.status):
        return False
    if _other_toll(a, b) or _further(max(a, b, key=lambda made: made.mention.trigger.start)):
        return False
    recalled = _recalls(a, b) or _recalls(b, a)
    if not same_time(a.time, b.time):
        return False
    if not same_place(a.place, b.place) and not (recalled and inferred_place(a.place, b.place)):
        return False
    if not same_group(a.actors, b.actors):
        return False
    if recalled:
        return same_countries(a.recipients, b.recipients)
    return same_group(a.recipients, b.recipients) and _of_one(a, b) and _enough(a, b)


def _recalls(later: Draft, act: Draft) -> bool:
    return later.recalls is not None and later.recalls == act.mention.trigger.start


def _of_one(a: Draft, b: Draft) -> bool:
    """Whether two utterances of the text are of one speaker: "four Arab states" are not each of them."""
    if a.zone in SECONDARY or b.zone in SECONDARY or a.event_type not in VERBAL or a.block == b.block:
        return True
    speakers, others = [each for each in a.actors if each.sector], [each for each in b.actors if each.sector]
    same = [(x.country, x.sector) == (y.country, y.sector) for x in speakers for y in others]
    return not same or any(same)


def _further(later: Draft) -> bool:
    """Whether the later mention says itself that it is one more act: "they also set fire to …"."""
    node: Node | None = later.node
    while node is not None:
        if any(kid.lower in FURTHER for kid in node.kids("advmod")):
            return later.zone not in SECONDARY
        node = node.head if node.dep == "conj" else None
    return False


def _other_toll(a: Draft, b: Draft) -> bool:
    """Whether both count the same kind of people, and no number of one fits any of the other."""
    for kind in {kind for kind, _, _ in a.counts} & {kind for kind, _, _ in b.counts}:
        ours = [(low, high) for each, low, high in a.counts if each == kind]
        theirs = [(low, high) for each, low, high in b.counts if each == kind]
        if not any(_overlap(one, other) for one in ours for other in theirs):
            return True
    return False


def _overlap(a: tuple[int | None, int | None], b: tuple[int | None, int | None]) -> bool:
    return (a[0] is None or b[1] is None or a[0] <= b[1]) and (b[0] is None or a[1] is None or b[0] <= a[1])


def _enough(a: Draft, b: Draft) -> bool:
    shared = (a.content & b.content) - GENERIC
    secondary = a.zone in SECONDARY or b.zone in SECONDARY
    near = abs(a.mention.sentence - b.mention.sentence) <= 1 and a.block == b.block
    trigger = a.sense.lemma == b.sense.lemma
    if a.event_type in VERBAL:
        return len(shared) >= 2 or (bool(shared - {a.sense.lemma}) and (trigger or told_day(a.time, b.time)))
    if a.event_type == "ASSAULT" and shared and _same_spot(a, b):
        return True
    if _mutual(a) != _mutual(b) and not shared:
        return False  # a clash of two sides and what one of them did then
    named = bool(a.actors and b.actors)
    if named and a.mode == b.mode == "abduct" and {a.sense.lemma, b.sense.lemma} & {"hold", "keep"}:
        return True  # who was kidnapped is held
    if a.event_type in MANIFOLD and not trigger and _other_things(a, b):
        return False
    next_to = abs(a.mention.sentence - b.mention.sentence) <= 1 and abs(a.block - b.block) <= 1
    if next_to and _is_toll_of(*sorted((a, b), key=lambda made: made.mention.trigger.start)):
        return True
    if secondary and not shared and _taken_once(a, b):
        return False
    return (secondary and (named or bool(shared))) or (near and named) or (trigger and named and len(shared) >= 2)


def _taken_once(a: Draft, b: Draft) -> bool:
    """Whether one took somebody captive and the other did something else."""
    return (a.mode == "abduct") != (b.mode == "abduct")


def _mutual(made: Draft) -> bool:
    """ "The armies clashed", "shelled each other"."""
    return made.sense.lemma in MUTUAL or any(kid.lower in ("each", "other", "another") for kid in made.node.kids("obj"))


def _same_spot(a: Draft, b: Draft) -> bool:
    """Whether a noun takes up an act of the same town and days: "the killing of tourists in Pahalgam last month"."""
    told = ("clause", "sentence")
    if a.time.method not in told or b.time.method not in told or a.place is None or b.place is None:
        return False
    if a.node.verbal and b.node.verbal:
        return False  # only a noun takes up what a clause has told
    if not (brief(a.time, LONG) and brief(b.time, LONG) and (brief(a.time, SHORT) or brief(b.time, SHORT))):
        return False
    if a.place.gazetteer_id is None or a.place.gazetteer_id != b.place.gazetteer_id or a.place.method not in told:
        return False
    return b.place.method in told and (a.place.precision or 9) <= SMALL and not _mutual(a)


def _is_toll_of(act: Draft, toll: Draft) -> bool:
    """Whether the next sentence only counts whom the attack before it hit: "Six people were killed"."""
    counted = toll.sense.lemma in TOLLS and not toll.actors and bool(toll.quantities)
    later = act.mention.sentence < toll.mention.sentence
    return later and act.event_type == "ASSAULT" and counted and act.sense.lemma not in TOLLS


def _other_things(a: Draft, b: Draft) -> bool:
    """Whether both act on something, and on nothing in common: "sealed the borders", "toppled the president"."""
    ours, theirs = _things(a), _things(b)
    if not ours or not theirs or ours & theirs:
        return False
    return a.event_type != "AID" or not shared_parties(a.recipients, b.recipients)


def _things(made: Draft) -> frozenset[str]:
    """The nouns that the trigger acts on."""
    objects = undergoers(made.node) if made.node.verbal else made.node.kids("nmod", "compound")
    return frozenset(each.lemma for each in objects) - GENERIC


def retold(short: Draft, full: Draft) -> bool:
    """Whether title, teaser, caption or heading tell an act of the text in their own words.

    They seldom tell anything else, so codes that differ by the choice of words do not part them: "Kurdish groups" and
    "bases of Kurdish parties". Somebody or something must be shared, and nothing may contradict.
    """
    if short.event_type != full.event_type or full.zone == "caption":
        return False
    again = short.mode == full.mode and shared_parties(short.recipients, full.recipients)
    if short.event_type in MANIFOLD and not again:
        return False  # so different acts that only the same one against the same is it again
    if short.status not in COUNTED or full.status not in COUNTED or _other_toll(short, full):
        return False
    if _mutual(short) != _mutual(full) and short.actors and full.actors:
        return False
    if short.event_type != "ASSAULT" and short.mode and full.mode and short.mode != full.mode:
        return False
    if not same_time(short.time, full.time) or not same_place(short.place, full.place):
        return False
    actors, recipients = shared_parties(short.actors, full.actors), shared_parties(short.recipients, full.recipients)
    if actors is False or recipients is False:
        return False
    words = bool((short.content & full.content) - GENERIC)
    if short.event_type in VERBAL:
        return bool(actors and (recipients or words or _says_no_more(short, full)))
    if _taken_once(short, full) and not recipients:
        return False
    return bool(actors or (recipients and words))


def _says_no_more(short: Draft, full: Draft) -> bool:
    """ "The EU has voiced alarm": a short line that tells of an utterance only that there was one of its kind."""
    named = {word for each in short.actors for word in each.text.lower().split()}
    bare = short.content - named - GENERIC - {short.sense.lemma}
    return not short.recipients and short.mode == full.mode is not None and len(bare) <= 1


def _better_known(ours: tuple[Party, ...], theirs: tuple[Party, ...]) -> tuple[Party, ...]:
    return theirs if not ours or (coded(theirs) and not coded(ours)) else ours


def best_told(group: Sequence[Draft]) -> Draft:
    """The mention that names most, completed by what the others know."""
    first = max(
        group,
        key=lambda made: (
            made.zone not in SECONDARY,  # a headline drops who says so
            made.status == "actual",
            bool(made.actors) + bool(made.recipients),
            made.event_type not in VERBAL and made.time.method in ("clause", "sentence"),
            -made.mention.trigger.start,
        ),
    )
    for other in group:
        time = other.time if _better(other, first) else first.time
        if time is first.time and first.actors and first.recipients and first.mode and first.place:
            continue
        first = replace(
            first,
            actors=first.actors or other.actors,
            recipients=_better_known(first.recipients, other.recipients),
            mode=first.mode or other.mode,
            place=first.place or other.place,
            time=time,
        )
    return first


def _better(other: Draft, first: Draft) -> bool:
    """Whether the other mention dates the act and the first does not; in speech the day may be what it is about."""
    if other.event_type in VERBAL and other.sense.lemma != first.sense.lemma:
        return False
    told = ("clause", "sentence")
    return other.time.method in told and first.time.method not in told
