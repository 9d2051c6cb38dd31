"""Who does what in a tree: doers, undergoers and obliques of a verb, and what governs a noun."""

from extractors.coding.hidden_objects import rounded, shared_object
from extractors.coding.relatives import so_called
from extractors.coding.vocabulary import WORDS
from extractors.coding.voice import equipped, found_so, gerund, passive
from extractors.language.tree import Node, preposition, with_conjuncts

SUBJECTS = ("nsubj", "nsubj:pass", "csubj", "nsubj:outer")
OBLIQUES = ("obl", "obl:agent", "obl:unmarked", "nmod", "nmod:desc")
RELATIVE_PRONOUNS = frozenset({"who", "which", "that", "whom", "whose"})
CONTROLLED = frozenset({"of", "for", "from", "against", "into"})
"""Prepositions before an -ing form of which the object is the doer: "warned protesters against storming it"."""
SUBJECT_CONTROL = frozenset({"promise", "threaten", "vow", "pledge", "offer", "swear", "agree"})


EARNING = frozenset(
    {"draw", "face", "attract", "receive", "win", "earn", "get", "take", "provoke", "apologize", "spark"}
)
"""Verbs whose subject is praised or blamed "for doing" something, where others name that somebody as their object."""


FOILING = frozenset({
    "foil", "thwart", "uncover", "expose", "prevent", "avert", "investigate", "condemn", "reveal", "unravel", "disrupt",
})  # fmt: skip
BECAUSE = frozenset({"over", "for", "about", "of", "amid", "after", "despite"})


def surface_subjects(verb: Node, depth: int = 0) -> list[Node]:
    """Grammatical subjects, found through conjunction, control, relative and participial clauses."""
    own, head = verb.kids(*SUBJECTS), verb.head
    if head is not None and equipped(verb):
        return with_conjuncts(head.kids(*SUBJECTS))
    if own:
        return with_conjuncts(_antecedents(verb, own))
    if head is None or depth > 4:
        return []
    if verb.dep in ("acl", "acl:relcl", "amod"):
        return _noun_of_clause(verb, head, depth)
    if verb.dep in ("xcomp", "advcl", "conj", "ccomp", "parataxis") and (head.verbal or head.kids("cop", "aux:pass")):
        return _controller(verb, head, depth)
    if verb.dep in ("advcl", "xcomp") and head.nominal and verb.tag == "VB":
        return noun_doers(head)
    return []


def _antecedents(verb: Node, subjects: list[Node]) -> list[Node]:
    """Relative pronouns stand for the noun their clause hangs on."""
    noun = verb.head
    if noun is not None and verb.dep.startswith("acl"):
        return [noun if each.lower in RELATIVE_PRONOUNS or _some_of(each, verb) else each for each in subjects]
    return subjects


def _some_of(subject: Node, verb: Node) -> bool:
    """ "Towns, some of which had already banned rallies": what some of them do counts as theirs."""
    behind = [kid for kid in subject.kids("nmod") if preposition(kid) == "of"]
    return any(kid.lower in ("which", "whom") for kid in behind) and not passive(verb)


def _noun_of_clause(verb: Node, noun: Node, depth: int) -> list[Node]:
    """The noun itself in "protesters calling for"; who has it in "a plan to attack"."""
    if verb.tag == "VB" and verb.dep != "acl:relcl":
        if preposition(noun) == "by" and noun.dep in ("obl", "nmod", "obl:agent"):
            return with_conjuncts([noun])  # "a plot by a group to kidnap"
        return noun_doers(noun) or _governing_subjects(noun, depth)
    if verb.dep == "acl:relcl" and verb.kids("obj") and not any(k.lower in RELATIVE_PRONOUNS for k in verb.children):
        return [noun]
    return with_conjuncts([noun])


def _governing_subjects(noun: Node, depth: int) -> list[Node]:
    """Who has the plan: not who is held "over a plot to attack", nor who "foiled" it."""
    verb = governor(noun)
    if verb is not None and (verb.lemma in FOILING or (noun.dep == "obl" and preposition(noun) in BECAUSE)):
        return []
    return surface_subjects(verb, depth + 1) if verb is not None and verb.verbal else []


def _controller(verb: Node, head: Node, depth: int) -> list[Node]:
    if verb.dep == "ccomp" and verb.tag not in ("VB", "VBG"):
        return []
    if verb.dep == "parataxis" and verb.tag != "VBG":
        return []
    if passive(verb) and (found := found_so(verb)):
        return with_conjuncts(found)
    if courtesy(verb, head):
        return surface_subjects(head, depth + 1)
    if verb.tag == "VB" and verb.dep in ("xcomp", "advcl", "ccomp") and head.lemma not in SUBJECT_CONTROL:
        objects = [each for each in head.kids("obj", "iobj") if each.tag != "CD" or head.lemma != "vote"]
        if objects and _controlled_by_object(verb, head):
            return with_conjuncts(objects)
    if verb.tag == "VB" and head.lemma in CALLING and (called := _called_for(verb, head)):
        return called
    if verb.tag == "VBG" and head.lemma == "join" and preposition(verb) == "in":  # "joined Peru in condemning it"
        return [*surface_subjects(head, depth + 1), *with_conjuncts(head.kids("obj"))]
    if gerund(verb) and verb.dep == "advcl" and head.kids("obj") and _controls_object(verb, head):
        blamed = head.lemma in EARNING and preposition(verb) == "for"
        return surface_subjects(head, depth + 1) if blamed else with_conjuncts(head.kids("obj"))
    if verb.dep == "conj" and passive(verb) != passive(head) and not verb.kids("aux:pass") and head.kids(*SUBJECTS):
        return surface_subjects(head, depth + 1)
    return surface_subjects(head, depth + 1)


def _controls_object(clause: Node, verb: Node) -> bool:
    """ "Kept them from leaving", "charged her with plotting", "blamed them for it": the object does it."""
    word = preposition(clause)
    return word in CONTROLLED or verb.lemma in WORDS.accusing


def courtesy(purpose: Node, contact: Node) -> bool:
    """ "Phoned the king to thank him": who gets in touch is who thanks, and he does."""
    if purpose.tag != "VB" or contact.lemma not in WORDS.contact or purpose.lemma not in WORDS.courtesies:
        return False
    return not any(preposition(noun) in ("for", "on", "upon") for noun in contact.kids("obl") if noun.i < purpose.i)


CALLING = frozenset({"call", "appeal", "wait", "push", "press", "plead", "arrange", "vote", "campaign", "ask", "lobby"})


def _called_for(verb: Node, head: Node) -> list[Node]:
    """ "Calling for the president to step down", "called on Iran to stop"."""
    ways = ("for", "on", "upon", "to") if head.lemma == "appeal" else ("for", "on", "upon")
    named = [noun for noun in head.kids("obl") if preposition(noun) in ways and noun.i < verb.i]
    named = [noun for noun in named if noun.lower not in WORDS.calendar]  # "voted on Friday to oust him"
    return with_conjuncts(named[-1:])


def _controlled_by_object(verb: Node, head: Node) -> bool:
    return head.lemma in WORDS.object_control or verb.dep == "xcomp"


def agents(verb: Node) -> list[Node]:
    """The "by" phrases of a passive."""
    found = [*verb.kids("obl:agent"), *(noun for state in verb.kids("xcomp") for noun in state.kids("obl:agent"))]
    if not found:
        found = [noun for noun in verb.kids("obl", "nmod") if preposition(noun) == "by"]
    return with_conjuncts(found)


def doers(verb: Node) -> list[Node]:
    """Who did it: agents of a passive, subjects of an active verb, who "ordered twelve activists detained"."""
    if not passive(verb):
        return surface_subjects(verb)
    noun = verb.head if verb.dep == "acl" and verb.tag == "VBN" else None
    order = noun.head if noun is not None and noun.dep == "obj" else None
    if verb.dep == "xcomp" and verb.tag == "VBN" and verb.head is not None and verb.head.lemma == "have":
        return agents(verb) or (surface_subjects(verb.head) if not verb.kids("aux:pass") else [])  # "had him arrested"
    ordered = order is not None and order.lemma == "order" and not verb.kids("aux:pass")
    return agents(verb) or (surface_subjects(order) if ordered and order is not None else [])


def undergoers(verb: Node) -> list[Node]:
    """To whom it was done: subjects of a passive, objects of an active verb."""
    if passive(verb):
        return surface_subjects(verb)
    found = verb.kids("obj") or rounded(verb) or verb.kids("iobj") or shared_object(verb)
    noun = verb.head
    if not found and verb.dep == "acl:relcl" and noun is not None and noun.nominal:
        own = verb.kids("nsubj")
        where = any(kid.tag == "WRB" for kid in verb.kids("advmod"))  # "a clinic where doctors fought"
        if own and not where and all(each.lower not in RELATIVE_PRONOUNS for each in own):
            return with_conjuncts([noun])
    small = [
        subject
        for clause in verb.kids("xcomp")
        if not clause.verbal
        for subject in clause.kids("nsubj", "obl:unmarked")
    ]
    relative = [noun if each.lower in RELATIVE_PRONOUNS and noun is not None else each for each in found]
    return with_conjuncts([*(so_called(each) for each in relative), *small])


def obliques(node: Node) -> list[tuple[str, Node]]:
    """(preposition, noun or clause) pairs on a word, its object or "away"; conjuncts repeat the preposition."""
    heads = [node, *_sums(node)]
    if node.verbal:
        heads += [inner for noun in node.kids("obj") for inner in (noun, *_of(noun), *_sums(noun))]
        heads += [away for away in node.kids("advmod", "compound:prt") if away.lower == "away"]
    pairs: list[tuple[str, Node]] = []
    for head in heads:
        for kid in head.children:
            if kid.dep in OBLIQUES or (kid.dep in ("advcl", "acl") and gerund(kid)):
                word = preposition(kid)
                pairs += [(word, each) for each in with_conjuncts([kid])]
    return pairs


def _sums(noun: Node) -> list[Node]:
    """The sum behind a noun, whose own obliques are the noun's: "a loan of $3 billion for Pakistan"."""
    return [kid for kid in noun.kids("nmod") if kid.tag == "$"]


def _of(noun: Node) -> list[Node]:
    """What a measuring word measures, where its own obliques count too ("charged one of the aides with fraud")."""
    if noun.lemma not in WORDS.quantifiers and noun.tag != "CD":
        return []
    return [kid for kid in noun.kids("nmod") if preposition(kid) == "of"]


def governor(noun: Node) -> Node | None:
    """The verb (or predicate) a noun is an argument of, seen through "a series of …" and conjunction; else None."""
    node: Node | None = noun
    for _ in range(4):
        if node is None or node.head is None:
            return None
        if node.dep in ("obj", "iobj", *SUBJECTS, "obl", "obl:agent", "obl:unmarked", "xcomp"):
            return node.head
        measured = node.dep == "nmod" and preposition(node) == "of" and node.head.lemma in WORDS.quantifiers
        if node.dep == "conj" or measured or _hyphenated(node):
            node = node.head
            continue
        return None
    return None


def _hyphenated(node: Node) -> bool:
    """Whether a hyphen alone parts the word from its head: "a sit-in"."""
    head = node.head
    return (
        head is not None
        and head.i == node.i - 2
        and any(kid.text == "-" and kid.i == node.i - 1 for kid in (*head.children, *node.children))
    )


def relation(noun: Node) -> str:
    """The relation by which `governor` governs the noun."""
    node: Node | None = noun
    while node is not None and node.dep in ("conj", "nmod"):
        node = node.head
    return node.dep if node is not None else ""


def noun_doers(noun: Node) -> list[Node]:
    """Who does what a noun names: its possessor or its "by" phrase."""
    found = noun.kids("nmod:poss")
    found += [each for word, each in obliques(noun) if word == "by"]
    return with_conjuncts(found)


def measured(node: Node) -> list[Node]:
    """What a measuring word measures: "rebels" for "dozens of rebels", itself otherwise."""
    if node.lemma in WORDS.quantifiers or node.tag == "CD":
        inner = [each for word, each in obliques(node) if word == "of"]
        if inner:
            return [each for noun in inner for each in measured(noun)]
    return [node]


def clause_head(node: Node) -> Node:
    """The nearest predicate that the word belongs to: itself when it is one."""
    if node.verbal and node.dep not in ("amod", "compound"):
        return node
    for above in node.ancestors():
        if (above.verbal and above.dep not in ("amod", "compound")) or above.kids("cop"):
            return above
    return node


SUMMING = frozenset({"accusation", "charge", "allegation", "claim", "demand", "request", "call", "appeal"})


def sayers(noun: Node) -> list[Node]:
    """Whose charge it is that sums up what was said: "Seoul accused Tokyo of spying, a charge that Japan rejected"."""
    verb = noun.head
    summing = noun.dep == "parataxis" and noun.lemma in SUMMING and bool(noun.kids("acl:relcl"))
    return doers(verb) if summing and verb is not None and verb.verbal and not noun.kids("cop") else []
