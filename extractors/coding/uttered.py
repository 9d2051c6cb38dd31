"""What an announced, conditional or refused act is as an utterance: a threat, a promise, a concession, a refusal.

PLOVER codes the saying where the doing has not happened: a future meeting or aid is AGREE, an announced retreat
CONCEDE, an attack held out THREATEN, "will not release" REJECT.
"""

from dataclasses import replace

from extractors.coding.attribution import Source
from extractors.coding.cast import coded, parties
from extractors.coding.drafts import Draft, same_people
from extractors.coding.frame import nominal_use
from extractors.coding.grammar import clause_head
from extractors.coding.negation import negated
from extractors.coding.reading import ArticleReading
from extractors.coding.sourcing import source_words
from extractors.coding.status import standing
from extractors.language.tree import Node
from extractors.model import EventType, Party, Status

THREATS: dict[EventType, str | None] = {
    "ASSAULT": "violence",
    "SANCTION": "restrict",
    "COERCE": "restrict",
    "PROTEST": None,
}
"""What a threat with these acts threatens."""
VOWING = frozenset({"vow", "promise", "pledge", "swear"})
VOWED: frozenset[EventType] = frozenset({"ASSAULT", "SANCTION"})
PROMISES: frozenset[EventType] = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
REFUSALS: dict[EventType, str] = {
    "RETREAT": "yield",
    "CONCEDE": "yield",
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "AGREE": "change",
    "CONSULT": "meet",
}
"""What refusing these acts refuses."""
WILL = frozenset({"will", "'ll", "wo", "shall", "would"})


def as_uttered(made: Draft, reading: ArticleReading) -> Draft:
    """The draft as the utterance it is; unchanged where the act itself is told."""
    speaker = _own_speaker(made, reading)
    if made.status == "negated" and made.event_type in REFUSALS and _says_will(made.node):
        status: Status = "actual" if speaker is not None or made.source is None else "claimed"
        return replace(
            made, event_type="REJECT", mode=REFUSALS[made.event_type], status=status, because="will not", place=None
        )
    if made.status == "planned" and made.event_type in VOWED and _vowed(made):
        return replace(made, event_type="THREATEN", mode=THREATS[made.event_type], status="threatened", place=None)
    if made.status in ("planned", "hypothetical") and made.event_type in THREATS and speaker is not None:
        return _threat(made, speaker, reading)
    if made.event_type == "PROTEST" and made.sense.lemma == "protest" and _by_states(made):
        return replace(made, event_type="ACCUSE", mode="disapprove", place=None)
    if made.status != "planned":
        return made
    if made.event_type in PROMISES or made.event_type == "RETREAT":
        said: EventType = "CONCEDE" if made.event_type == "RETREAT" else "AGREE"
        if speaker is None:
            return replace(made, event_type=said, mode=None)
        when = reading.time(speaker.verb) if speaker.verb is not None else made.time
        return replace(made, event_type=said, mode=None, status="actual", time=when, place=None)
    return made


def _vowed(made: Draft) -> bool:
    """Whether its own doer vows it: "promised to wipe out the rebels"."""
    verb = clause_head(made.node)
    above = verb.head if verb.dep == "xcomp" and verb.tag == "VB" else None
    if above is None or above.lemma not in VOWING or negated(verb) or negated(above):
        return False
    return made.node is verb and standing(above)[0] == "actual" and coded(made.actors)


def _by_states(made: Draft) -> bool:
    """ "Germany and the EU protested": states protest in notes, their people in the streets."""
    bare = made.node.verbal and not made.node.kids("obj")
    return bare and bool(made.actors) and all(each.sector == "GOV" and each.name is not None for each in made.actors)


def _own_speaker(made: Draft, reading: ArticleReading) -> Source | None:
    """The source, where it is the doer or speaks for it."""
    for said in reading.sources(made.node):
        speakers = parties(said.nodes, reading, "actor")
        if coded(speakers) and coded(made.actors) and _speaks_for(speakers, made):
            return said
    return None


def _speaks_for(speakers: tuple[Party, ...], made: Draft) -> bool:
    countries = {each.country for each in speakers if each.country is not None}
    return same_people(speakers, made.actors) or bool(countries & {each.country for each in made.actors})


def _says_will(node: Node) -> bool:
    """A refusal is about the future: "will not", "would not"."""
    verb = clause_head(node)
    return negated(verb) and any(kid.lower in WILL for kid in verb.kids("aux"))


def _threat(made: Draft, speaker: Source, reading: ArticleReading) -> Draft:
    """An attack or sanction that its own doer says will come, under a condition or not."""
    verb = clause_head(made.node)
    wills = WILL if made.status == "planned" else WILL - {"would"}
    will = any(kid.lower in wills for kid in verb.kids("aux")) and (
        not negated(verb) and ((made.node.verbal and not nominal_use(made.node)) or made.match.carried)
    )
    if not will:
        return made
    outer = next((each for each in reading.sources(made.node) if each.nodes != speaker.nodes), None)
    return replace(
        made,
        event_type="THREATEN",
        mode=THREATS[made.event_type],
        status="threatened",
        actors=parties(speaker.nodes, reading, "actor"),
        because="announced by its doer",
        source=source_words(outer, reading) if outer is not None else None,
        cue=outer.cue if outer is not None else None,
        place=None,
    )
