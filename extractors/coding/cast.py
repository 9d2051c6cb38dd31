"""Turn the words that fill a slot into parties: lists, measured groups, "we", and who stands behind a thing."""

from collections.abc import Iterable
from dataclasses import replace

from extractors.coding.grammar import agents, measured, obliques
from extractors.coding.reading import ArticleReading
from extractors.language.tree import Node
from extractors.model import Party

FIRST_PERSON = frozenset({"we", "i", "us", "me", "our", "my", "ourselves"})
HOLDING = frozenset({"hold", "held", "control", "occupy", "run", "govern", "besiege", "dominate"})
POINTING = frozenset({"a", "an", "the", "this", "that", "these", "those", "its", "their", "his", "her"})
SENDING = frozenset(
    {"send", "dispatch", "deploy", "deliver", "supply", "lend", "hand", "contribute", "provide", "second"}
)
HARM = frozenset(
    {
        "abduction", "arrest", "assassination", "attack", "blockade", "bombardment", "bombing", "conviction", "coup",
        "death", "detention", "deportation", "displacement", "execution", "expulsion", "imprisonment", "invasion",
        "jailing", "kidnapping", "killing", "massacre", "murder", "occupation", "ouster", "overthrow", "persecution",
        "poisoning", "raid", "rape", "repression", "seizure", "shelling", "shooting", "siege", "stabbing", "takeover",
        "targeting", "toppling", "torture", "trial", "use", "violence", "crackdown", "airstrike", "strike", "offensive",
        "operation", "crime", "atrocity", "assault", "war", "treatment", "abuse", "discrimination", "ban",
    }
)  # fmt: skip
"""Nouns behind whose "of" stands who suffered."""
PEERS = frozenset({"ally", "neighbor", "neighbour", "rival", "enemy", "foe", "counterpart", "opponent", "partner"})
"""Who stands beside his owner and is never the owner himself."""
WEIGHING = frozenset({
    "support", "back", "reject", "oppose", "welcome", "condemn", "criticize", "criticise", "praise", "endorse", "veto",
    "approve", "sign", "pass", "adopt", "denounce", "refuse", "dismiss", "call", "describe", "slam", "accept",
})  # fmt: skip
"""What is done to plans and acts as well as to parties."""
PROPOSED = frozenset({
    "plan", "bill", "law", "proposal", "deal", "agreement", "offer", "decision", "measure", "vote", "motion", "budget",
    "resolution", "draft", "reform", "move", "step", "ruling", "verdict", "report", "document", "attack", "treaty",
    "accord", "referendum", "decree", "amendment", "initiative", "statement", "killing", "coup", "arrest", "sentence",
})  # fmt: skip
BEHIND = ("by", "of", "from", "in", "against", "on", "with", "between")


def parties(nodes: Iterable[Node], reading: ArticleReading, role: str, *, behind: bool = False) -> tuple[Party, ...]:
    """The parties some words name, each once; with `behind`, a thing stands for whose it is ("Russia's decision")."""
    found: dict[tuple[int | None, str | None, str | None, str], Party] = {}
    for node in nodes:
        for party in _of(node, reading, role, behind):
            start = party.span.start if party.span else None
            words = party.text if start is None else ""  # "Nigerian" and "Nigerian air strike" are one
            found.setdefault((start, party.country, party.sector, words), party)
    return tuple(found.values())


def _of(node: Node, reading: ArticleReading, role: str, behind: bool) -> tuple[Party, ...]:
    if _first_person(node):
        return _speaking(node, reading, role)
    if role == "actor" and node.dep in ("amod", "compound") and _opposed(node, reading):
        return ()
    if (node.verbal and node.tag != "VBN") or (role == "recipient" and _of_a_thing(node, reading)):
        return ()
    for each in (node, *measured(node)):
        named = reading.parties(each, role)
        if any(party.country or party.sector for party in named):
            return named
    held = [party for holder in holders(node) for party in reading.parties(holder, role)] if role == "recipient" else []
    if held:
        return tuple(held)
    riders = parties(aboard(node), reading, role) if role == "recipient" else ()
    if coded(riders):
        return riders
    if behind and _person(node, reading):
        return _with_country(node, reading, role)
    if behind and node.lemma not in PEERS:
        return _behind(node, reading, role) or reading.parties(node, role)
    return reading.parties(node, role)


def _opposed(node: Node, reading: ArticleReading) -> bool:
    """ "Anti-Muslim riots": against whom, whatever the parser makes of the hyphen."""
    before = reading.trees[node.sentence].nodes[max(node.i - 2, 0) : node.i]
    return len(before) == 2 and before[1].text == "-" and before[0].lower == "anti"


def _of_a_thing(node: Node, reading: ArticleReading) -> bool:
    """Whether "it" is the plan or act that was just spoken of: "rejected the bill, but his party supported it"."""
    verb = node.head
    if node.lower != "it" or verb is None or verb.lemma not in WEIGHING:
        return False
    before = (*reversed(reading.trees[node.sentence].nodes[: node.i]), *_sentence_before(node, reading))
    return any(each.lemma in PROPOSED and each.dep not in ("compound", "nmod") for each in before)


def _sentence_before(node: Node, reading: ArticleReading) -> tuple[Node, ...]:
    return reading.trees[node.sentence - 1].nodes if node.sentence else ()


def _first_person(node: Node) -> bool:
    return node.tag.startswith("PRP") and node.lower in FIRST_PERSON


def _speaking(node: Node, reading: ArticleReading, role: str) -> tuple[Party, ...]:
    """Who says "we": the nearest source that is no "we" itself."""
    carried = reading.carried.get(node.sentence)
    for source in (*reading.sources(node), *((carried,) if carried is not None else ())):
        if not any(_first_person(each) for each in source.nodes):
            return parties(source.nodes, reading, role)
    return ()


def holders(place: Node) -> list[Node]:
    """Who holds a place: "rebel" in "rebel-held areas", "Houthi" in "areas controlled by the Houthis"."""
    return [
        holder
        for participle in place.kids("amod", "acl")
        if participle.lemma in HOLDING
        for holder in (*participle.kids("compound", "obl:agent", "nsubj", "obl"), *place.kids("compound"))
        if holder.i < participle.i or holder.dep == "obl:agent"
    ]


def aboard(vehicle: Node) -> list[Node]:
    """ "A bus carrying pilgrims was ambushed": who sits in it."""
    return [rider for clause in vehicle.kids("acl") if clause.lemma == "carry" for rider in clause.kids("obj")]


def _person(node: Node, reading: ArticleReading) -> bool:
    """Whether the word is tagged as somebody's name."""
    entities = reading.trees[node.sentence].entities
    return node.proper and any(each.label == "PER" and each.first <= node.i <= each.last for each in entities)


def _with_country(person: Node, reading: ArticleReading, role: str) -> tuple[Party, ...]:
    """ "Chile's Jane Doe": herself, of her country, and not her state."""
    land = next((each.country for each in _owners(person, (), reading, role, before=False)), None)
    return tuple(replace(each, country=each.country or land) for each in reading.parties(person, role))


def senders(weapon: Node, reading: ArticleReading) -> tuple[Party, ...]:
    """Whose weapon it is, or who used it."""
    return _owners(weapon, ("by", "from"), reading, "actor")


def owners_of(thing: Node, reading: ArticleReading) -> tuple[Party, ...]:
    """To whom it belongs: "Guinea's membership", "the assets of the leader"."""
    ways = ("of",) if thing.lemma not in HARM else ()
    found = _owners(thing, ways, reading, "recipient", before=False)
    return tuple(each for each in found if each.sector is not None)


def makers(goods: Node, reading: ArticleReading) -> tuple[Party, ...]:
    """Whose goods they are: "tariffs on Chinese cars", "goods from Canada and Mexico"."""
    named = [*goods.kids("amod", "compound"), *(noun for word, noun in obliques(goods) if word == "from")]
    found = (party for node in named for party in reading.parties(node, "recipient"))
    return tuple(dict.fromkeys(party for party in found if party.country is not None))


def _behind(thing: Node, reading: ArticleReading, role: str) -> tuple[Party, ...]:
    """Whose thing it is; of a harm it is who did it, not who suffered it ("condemned the killing of protesters")."""
    return _owners(thing, ("by", "from") if thing.lemma in HARM else BEHIND, reading, role)


def _owners(
    thing: Node, ways: tuple[str, ...], reading: ArticleReading, role: str, *, before: bool = True
) -> tuple[Party, ...]:
    """Possessor, then who did or suffered it, then, with `before`, the adjective before it."""
    owners = [
        *thing.kids("nmod:poss"),
        *(noun for word, noun in obliques(thing) if word in ways),
        *(agent for clause in thing.kids("acl", "acl:relcl") for agent in agents(clause)),
        *(side for clause in thing.kids("acl", "acl:relcl") for side in _fired_from(clause)),
        *(thing.kids("compound", "amod", "nmod:desc") if before else ()),
    ]
    for owner in owners:
        named = tuple(each for each in reading.parties(owner, role) if each.country or each.sector)
        if named:
            return named
    return ()


def _fired_from(clause: Node) -> list[Node]:
    """ "Shells fired from the Congolese side": the adjective names who fired."""
    if clause.lemma not in ("fire", "launch", "send", "shoot", "drop"):
        return []
    sides = [noun for word, noun in obliques(clause) if word == "from" and noun.lemma in ("side", "army", "troop")]
    return [owner for noun in sides for owner in (*noun.kids("amod", "compound", "nmod:poss"), noun)]


def reached(found: Iterable[Node], trigger: Node) -> list[Node]:
    """To whom somebody is sent, instead of who is sent: "offered to send troops to Mali"."""
    aimed = []
    for noun in found:
        verb = noun.head
        if noun.dep == "obj" and verb is not None and verb is not trigger and verb.lemma in SENDING:
            aimed += [each for word, each in obliques(verb) if word in ("to", "for")] + verb.kids("iobj")
        else:
            aimed.append(noun)
    return aimed


def coded(group: Iterable[Party]) -> bool:
    """Whether any party has a country or sector."""
    return any(party.country or party.sector for party in group)


def same_party(a: Party, b: Party) -> bool:
    """Whether two parties can be one: same name, or no code that contradicts and one that agrees."""
    if a.name and b.name and a.name == b.name:
        return True
    if (a.country and b.country and a.country != b.country) or (a.sector and b.sector and not _alike(a, b)):
        return False
    return bool((a.country and b.country) or (a.sector and b.sector)) or _bare(a.text) == _bare(b.text)


def _bare(text: str) -> list[str]:
    """The words of a name without what only points at it."""
    return [word for word in text.lower().split() if word not in POINTING]


def _alike(a: Party, b: Party) -> bool:
    return (
        a.sector == b.sector
        or ({a.sector, b.sector} <= {"UAF", "REB", "CRM"} and "UAF" in (a.sector, b.sector))
        or {a.sector, b.sector} <= {"GOV", "MIL"}
        or {a.sector, b.sector} <= {"CVL", "OPP", "REF"}
    )
