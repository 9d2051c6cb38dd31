"""From a match to a draft event: parties, status, source, time, place and counts of one mention."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from extractors.coding.attribution import Source, quoted
from extractors.coding.cast import coded, makers, owners_of, parties, reached
from extractors.coding.claimants import claimants, responsible
from extractors.coding.frame import DOCUMENTS, complement_clauses
from extractors.coding.grammar import clause_head, doers, undergoers
from extractors.coding.lexicon import Sense
from extractors.coding.match import Match
from extractors.coding.reading import ArticleReading
from extractors.coding.scene import VERBAL, told_place, told_time
from extractors.coding.sourcing import agency, source_words
from extractors.coding.status import standing
from extractors.coding.vocabulary import WORDS
from extractors.coding.weapons import attackers, weapon_mode
from extractors.language.tree import Node
from extractors.model import EventTime, EventType, Mention, Party, Place, Span, Status, Zone

SPOKEN = VERBAL - {"CONSULT"}
TOLL = timedelta(days=100)
"""An act without an actor that lasts longer is a summary of many."""
OWNED = frozenset({"SANCTION", "COERCE", "ASSAULT", "REJECT"})
"""Types that reach somebody through a thing of theirs."""
ITS = frozenset({"its", "their"})
THIRD_PERSON = frozenset({"it", "they", "he", "she"})
CLAIMING = frozenset({"claim", "claims", "claimed"})
"""What somebody says of a deed of his own and nobody else confirms: "claimed to have downed a drone"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One mention of an act, coded by itself."""

    match: Match
    event_type: EventType
    mode: str | None
    status: Status
    because: str
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    source: str | None
    cue: str | None
    time: EventTime
    place: Place | None
    mention: Mention
    zone: Zone
    block: int
    content: frozenset[str]
    """Lemmas of the clause, to tell whether two mentions speak of the same."""
    quantities: tuple[int, ...] = ()
    play: bool = False
    """Whether the sentence is about sport, markets or shows, where people attack and surrender in play."""
    recalls: int | None = None
    """Offset of the trigger of the attack that it points back to."""
    counts: frozenset[tuple[str, int | None, int | None]] = frozenset()
    """What the quantities say, to tell one toll from another."""

    @property
    def sense(self) -> Sense:
        """The sense of the lexicon that held."""
        return self.match.sense

    @property
    def node(self) -> Node:
        """The trigger."""
        return self.match.node


def draft(match: Match, reading: ArticleReading) -> Draft:
    """Code one match."""
    node, sense = match.node, match.sense
    sentence = reading.parsed.sentences[node.sentence].sentence
    actors = _actors(match, reading)
    recipients = _recipients(match, actors, reading)
    denial = any(each.kind == "negated" and not each.denied for each in sense.needs)
    status, because = standing(node, denial=denial)
    if denial and (status in ("planned", "claimed") or because in WORDS.modal_future | WORDS.modal_unreal):
        status, because = "actual", ""  # "would not accept it" refuses today
    if sense.event_type == "THREATEN" and status == "planned" and because in WORDS.modal_future | WORDS.modal_unreal:
        status = "threatened"  # "they would pay a heavy price"
    said = _source(match, actors, reading)
    if sense.status is not None:
        status, because = sense.status, sense.id
    time = told_time(match, reading)
    place = told_place(match, time, reading)
    if sense.event_type not in SPOKEN:
        recipients = tuple(_of_the_place(each, place) for each in recipients)
        actors = tuple(_of_the_place(each, place) if each.sector in ("UAF", "CRM") else each for each in actors)
    if sense.event_type == "PROTEST":
        actors = tuple(_of_the_place(each, place) for each in actors)
    if status in ("actual", "claimed") and sense.event_type not in SPOKEN and _to_come(time, reading):
        status, because = "planned", "a day to come"
    if status == "actual" and said is not None and not agency(said):
        status, because = "claimed", said.cue
    return Draft(
        match=match,
        event_type=sense.event_type,
        mode=weapon_mode(match),
        status=status,
        because=because,
        actors=actors,
        recipients=recipients,
        source=source_words(said, reading) if said is not None else None,
        cue=said.cue if said is not None else None,
        time=time,
        place=place,
        mention=Mention(sentence=node.sentence, trigger=_trigger(node, reading), clause=_clause(node, reading)),
        zone=sentence.zone,
        block=sentence.block,
        content=_content(node),
        play=bool(reading.sentence_topics(node.sentence) & {"sport", "business", "entertainment"}),
    )


def _recipients(match: Match, actors: tuple[Party, ...], reading: ArticleReading) -> tuple[Party, ...]:
    """To whom it is done: who is named, else whose thing it is done to, and never the doers themselves."""
    node, sense = match.node, match.sense
    whom = reached(match.recipients, node) if sense.event_type in SPOKEN else match.recipients
    recipients = parties(whom, reading, "recipient", behind=sense.event_type in VERBAL)
    if sense.event_type in SPOKEN and not coded(recipients) and not (sense.event_type == "REQUEST" and whom):
        recipients = _about(node, actors, reading) or recipients
    if sense.event_type in OWNED and not coded(recipients) and node.verbal:
        recipients = _owning(node, reading) or recipients
        recipients = tuple(each for each in recipients if each.method != "pronoun" or not same_people((each,), actors))
    if sense.event_type == "SANCTION" and not coded(recipients):
        recipients = tuple(owner for each in match.recipients for owner in makers(each, reading)) or recipients
    recipients = tuple(each for each in recipients if each not in actors)
    if any(each.method == "pronoun" for each in recipients):  # "condemned what it called a crime"
        recipients = tuple(each for each in recipients if each.method != "pronoun" or not same_people((each,), actors))
    if sense.event_type in VERBAL and not coded(parties(whom, reading, "recipient")):
        recipients = tuple(each for each in recipients if not same_people((each,), actors))  # "offered its own help"
    recipients = tuple(each for each in recipients if each.method != "relative" or not same_people((each,), actors))
    return tuple(_foe(each, actors, match, reading) for each in recipients)


def _foe(party: Party, actors: tuple[Party, ...], match: Match, reading: ArticleReading) -> Party:
    """Who is hit or held down, of another country than his attacker where the story tells it."""
    if match.sense.event_type in ("ASSAULT", "COERCE"):
        party = _not_own(party, actors, match.node, reading)
    return _across(party, actors, reading.resolver.between) if match.sense.event_type == "ASSAULT" else party


def _of_the_place(party: Party, place: Place | None) -> Party:
    """Residents and troops that nobody is said to own belong to the country where they were hit."""
    if place is None or place.country is None or place.method not in ("clause", "sentence"):
        return party
    if party.method not in ("role+focus", "count") or party.country == place.country:
        return party
    return replace(party, country=place.country)


def _across(party: Party, actors: tuple[Party, ...], between: tuple[str, ...]) -> Party:
    """In a story of two states, unnamed people and soldiers whom one of them attacks are the other's."""
    attackers = {each.country for each in actors}
    if party.method not in ("role+focus", "count") or attackers != {party.country} or party.country not in between:
        return party
    if any(each.sector not in ("GOV", "MIL") for each in actors):
        return party
    return replace(party, country=next(code for code in between if code != party.country))


def _not_own(party: Party, actors: tuple[Party, ...], node: Node, reading: ArticleReading) -> Party:
    """ "Chad protested after Mali seized two of its ships": forces that are attacked are not the attacker's."""
    own = {each.country for each in actors if each.country is not None}
    if party.sector not in ("GOV", "MIL") or party.country not in own or party.text.lower().split()[0] not in ITS:
        return party
    above = (each for verb in node.ancestors() if verb.verbal for each in parties(doers(verb), reading, "actor"))
    other = next((each.country for each in above if each.country is not None and each.country not in own), None)
    return replace(party, country=other) if other is not None else party


def _source(match: Match, actors: tuple[Party, ...], reading: ArticleReading) -> Source | None:
    """Who says it: the innermost source who is not the one that acts by saying it."""
    own = {node for each in match.actors for node in (each, *each.kids("conj"))}
    for said in reading.sources(match.node):
        if set(said.nodes) & own and (said.cue not in CLAIMING or match.sense.event_type in SPOKEN):
            continue
        if match.sense.event_type in SPOKEN and same_people(parties(said.nodes, reading, "source"), actors):
            continue
        return said
    return responsible(match)


def same_people(a: tuple[Party, ...], b: tuple[Party, ...]) -> bool:
    """Whether the groups share a party, by its codes."""
    return any(
        each.country == other.country and each.sector == other.sector and coded((each,)) for each in a for other in b
    )


def _actors(match: Match, reading: ArticleReading) -> tuple[Party, ...]:
    """The doers; a pronoun that nobody else is known for is who speaks ("Ankara says it will …")."""
    actors = parties(match.actors, reading, "actor")
    if match.sense.event_type == "ASSAULT" and match.sense.pos == "noun":
        actors = parties((each for each in match.actors if not _where(each, reading)), reading, "actor")
    if match.sense.event_type == "ASSAULT" and not any(each.country for each in actors):
        actors = attackers(match, reading) or (actors if coded(actors) else claimants(match, reading) or actors)
    if match.sense.event_type == "PROTEST" and match.sense.pos == "noun":
        actors = tuple(_people_of(each) for each in actors)
    if match.sense.event_type == "PROTEST" and match.sense.mode == "strike":
        actors = tuple(replace(each, sector="LAB") if each.sector == "MIL" else each for each in actors)
    if match.sense.event_type in VERBAL and not coded(actors) and any(each.lemma in DOCUMENTS for each in match.actors):
        actors = parties(match.actors, reading, "actor", behind=True)  # "a UN report accuses"
    if coded(actors) or not match.actors or any(node.lower not in THIRD_PERSON for node in match.actors):
        return actors
    if any(node.lower != "it" and quoted(node, reading.trees[node.sentence]) for node in match.actors):
        return actors  # who is quoted calls himself "we"; "they" are others
    said = reading.source(match.node)
    spoken = parties(said.nodes, reading, "actor") if said is not None else ()
    return spoken if coded(spoken) else actors


def _where(owner: Node, reading: ArticleReading) -> bool:
    """ "The Kabul attack", "the Easter bombings": a capital or a day before an attack is nobody who made it."""
    named = reading.parties(owner, "actor") if owner.dep == "compound" else ()
    return bool(named) and all(each.method == "metonym" or not coded((each,)) for each in named)


def _people_of(party: Party) -> Party:
    """ "Chile protests", "the Iranian protests": it is the people who protest and not their state."""
    return replace(party, sector="CVL") if party.sector == "GOV" and party.name is not None else party


def _owning(node: Node, reading: ArticleReading) -> tuple[Party, ...]:
    """Whose thing the verb does something to: "suspended Guinea's membership"."""
    found = tuple(party for thing in undergoers(node) for party in owners_of(thing, reading))
    return found if coded(found) else ()


def _about(node: Node, actors: tuple[Party, ...], reading: ArticleReading) -> tuple[Party, ...]:
    """To whom the act in the complement would be done: "threatened to crush the heads of the fighters"."""
    if not node.verbal:
        return ()
    objects = [
        each
        for clause in complement_clauses(node)
        if clause.tag == "VB" or (clause.tag == "VBG" and node.lemma not in WORDS.accusing)
        for each in undergoers(clause)
    ]
    named = parties(reached(objects, node), reading, "recipient", behind=True)
    return tuple(each for each in named if coded((each,)) and each not in actors)


def _trigger(node: Node, reading: ArticleReading) -> Span:
    particles = node.kids("compound:prt")
    return reading.span([node, *particles])


def _clause(node: Node, reading: ArticleReading) -> Span:
    words = clause_head(node).subtree()
    kept = [each for each in words if each.tag not in (".", ",", "``", "''", ":")]
    return reading.span(kept or [node])


def _content(node: Node) -> frozenset[str]:
    return frozenset(each.lemma for each in node.subtree() if each.tag[:2] in ("NN", "VB", "JJ"))


def _to_come(time: EventTime, reading: ArticleReading) -> bool:
    """Whether the words date the act after the day of publication."""
    published = reading.parsed.article.published
    told = time.method in ("clause", "sentence") and time.start is not None
    return bool(told and published is not None and time.start is not None and time.start.date() > published)


def lasting(time: EventTime) -> bool:
    """A toll of years is a count and no act."""
    return time.start is not None and time.end is not None and time.end - time.start > TOLL


def _drives_out(made: Draft) -> bool:
    """Whether people flee from it: attacks, crackdowns and what takes towns."""
    return made.event_type == "ASSAULT" or (made.event_type == "COERCE" and made.mode in ("seize", "restrict"))


def with_causes(drafts: Sequence[Draft]) -> list[Draft]:
    """People who flee are driven out by whoever attacks in the same sentence, where the text names nobody else."""
    attackers = [made.actors for made in drafts if _drives_out(made) and coded(made.actors)]
    if not attackers:
        return list(drafts)
    return [
        replace(made, actors=tuple(each for each in attackers[0] if each not in made.recipients))
        if made.event_type == "SANCTION" and made.mode == "expel" and not made.actors and not lasting(made.time)
        else made
        for made in drafts
    ]
