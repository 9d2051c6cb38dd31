"""Repairs of words whose verb cannot have them: passives of "march", agents of actives, nouns that are no clauses."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.tree import Node, Tree

NEVER_PASSIVE = frozenset(
    {
        "arrive", "assemble", "camp", "cheer", "clash", "collapse", "converge", "dance", "die", "emerge", "erupt",
        "falter", "flee", "flock", "gather", "kneel", "linger", "march", "mass", "parade", "pray", "protest", "queue",
        "rally", "rampage", "rejoice", "resign", "retreat", "riot", "rise", "scuffle", "sing", "skirmish", "sleep",
        "squabble", "squat", "stay", "stream",
        "surge", "swarm", "throng", "tour", "vanish", "vote", "walk", "weep", "work",
    }
)  # fmt: skip
"""Verbs of what people do without an object."""
NEVER_PASSIVE_WITH = frozenset(
    {
        ("deploy", "to"), ("dig", "in"), ("fan", "out"),
        ("camp", "out"), ("march", "on"), ("move", "in"), ("pull", "out"),
        ("pour", "in"), ("pour", "out"), ("spill", "out"), ("stand", "down"), ("step", "down"), ("turn", "out"),
        ("walk", "out"), ("back", "down"), ("close", "in"), ("give", "in"), ("hit", "back"), ("hit", "out"),
        ("break", "out"), ("break", "in"), ("call", "for"), ("call", "on"), ("fall", "back"),
        ("sit", "in"), ("speak", "out"), ("bed", "down"),
    }
)  # fmt: skip
"""Verbs that take no object with these words: "troops dug in"."""
OPENING = frozenset({"after", "before", "as", "until", "since", "while", "because", "although", "though", "if", "for"})


@repair_of(deps="nsubj:pass", tags=f"{NOUNS} PRP CD JJ")
def never_passive(noun: Node, tree: Tree) -> None:
    """ "Marines fanned out": no passive without "be" of a verb that takes no object."""
    verb = noun.head
    if verb is None or verb.kids("aux:pass", "obl:agent", "obj") or verb.i + 1 >= len(tree.nodes):
        return
    if verb.lemma in NEVER_PASSIVE or (verb.lemma, tree.nodes[verb.i + 1].lower) in NEVER_PASSIVE_WITH:
        noun.dep = "nsubj"
        verb.tag = "VBD" if verb.tag == "VBN" and not verb.kids("aux") else verb.tag


@repair_of(deps="ROOT ccomp conj advcl parataxis acl:relcl", tags="VBN")
def active_past(verb: Node, _: Tree) -> None:
    """ "Rebels captured the town": a form with a subject of its own and no auxiliary is the past."""
    if verb.kids("nsubj") and not verb.kids("nsubj:pass", "aux", "aux:pass", "obl:agent"):
        verb.tag = "VBD"


@repair_of(deps="case", tags="IN")
def conjunction_of_subject(word: Node, _: Tree) -> None:
    """ "After three of them were killed": before a subject "after" opens the clause."""
    noun = word.head
    if noun is None or noun.dep not in ("nsubj", "nsubj:pass") or word.lower not in OPENING or noun.head is None:
        return
    if word.i == min(each.i for each in noun.subtree()) and noun.head.dep in ("advcl", "ccomp", "conj", "xcomp"):
        word.hang(noun.head, "mark")


@repair_of(deps="compound:prt", words="over")
def reason_behind_over(word: Node, _: Tree) -> None:
    """ "Nurses will strike over pay": what people do without an object they do over something."""
    verb = word.head
    if verb is None or (verb.lemma not in NEVER_PASSIVE and verb.lemma != "strike"):
        return
    for noun in verb.kids("obj", "xcomp"):
        if noun.nominal and noun.i > word.i == verb.i + 1:
            noun.dep = "obl"
            word.hang(noun, "case")
            word.tag = "IN"


@repair_of(deps="conj", words="elsewhere")
def elsewhere(word: Node, tree: Tree) -> None:
    """ "In Aleppo and elsewhere in Syria": a second place beside the first."""
    place = tree.nodes[word.i - 2] if word.i > 1 else None
    verb = word.head
    if place is None or verb is None or not verb.verbal or not place.nominal or not word.kids("cc"):
        return
    word.hang(place, "conj")
    for noun in verb.kids("obl"):
        if any(case.i == word.i + 1 for case in noun.kids("case")):
            noun.hang(word, "nmod")


@repair_of(deps="obl:agent")
def agent_of_active(noun: Node, _: Tree) -> None:
    """ "City hall prohibited a rally by the opposition": what an active verb's object is by belongs to the object."""
    verb = noun.head
    if verb is None or verb.kids("aux:pass", "nsubj:pass") or not verb.kids("nsubj"):
        return
    objects = [kid for kid in verb.kids("obj") if verb.i < kid.i < noun.i]
    if len(objects) == 1 and objects[0].nominal:
        noun.hang(objects[0], "nmod")


@repair_of(deps="xcomp advcl", tags=NOUNS)
def phrase_as_clause(noun: Node, _: Tree) -> None:
    """ "Put the rebels to flight", "cracked down on speeding": a noun behind a preposition is no clause."""
    cases = [case for case in noun.kids("case") if case.i < noun.i]
    if cases and not noun.kids("mark", "cop", "nsubj", "nsubj:pass", "aux", "advmod", "obj"):
        noun.dep = "obl"


@repair_of(deps="obj", tags=NOUNS)
def participle_for_verb(noun: Node, _: Tree) -> None:
    """ "The air force napalmed villages": an object of a noun shows that the participle before it is the verb."""
    subject = noun.head
    if subject is None or not subject.nominal or subject.dep not in ("ROOT", "ccomp", "conj", "parataxis", "advcl"):
        return
    verbs = [kid for kid in noun.kids("amod") if kid.tag in ("VBN", "VBD") and subject.i < kid.i < noun.i]
    if len(verbs) != 1 or subject.kids("cop", "case", "nsubj", "nsubj:pass"):
        return
    verb = verbs[0]
    late = [kid for kid in subject.children if kid.i > verb.i and kid is not noun]
    verb.hang(subject, "dep")
    verb.swap_with_head("nsubj")
    for kid in (noun, *late):
        kid.hang(verb, kid.dep)
    verb.tag = "VBD"
