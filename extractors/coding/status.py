"""Whether an act is told as done, planned, imagined, denied or not done, from the words that govern its trigger."""

from extractors.coding.frame import nominal_use
from extractors.coding.grammar import courtesy, doers, measured
from extractors.coding.modality import Standing, bare_gerund, govern, modality, own_words
from extractors.coding.negation import negated
from extractors.coding.noun_standing import (
    ACQUITTING,
    UNDOING,
    from_clause_of_noun,
    from_noun,
    from_noun_complement,
    from_rumor,
    that_clause,
)
from extractors.coding.vocabulary import WORDS
from extractors.coding.voice import gerund, passive
from extractors.language.tree import Node, preposition
from extractors.model import Status

PONDERING = frozenset({"think", "talk", "speak", "dream", "speculate", "debate", "worry", "fantasize"})
ABLE = frozenset(
    {"capable", "incapable", "afraid", "fearful", "wary", "close", "near", "keen", "intent", "bent", "open", "opposed",
     "interested", "committed", "averse"}
)  # fmt: skip
"""Adjectives whose -ing form has not come about."""
VOTED = frozenset(
    {
        "remove", "impeach", "oust", "dismiss", "sack", "suspend", "expel", "strip", "bar", "ban", "lift", "recognise",
        "recognize", "condemn", "censure", "approve", "ratify", "reject", "dissolve", "unseat", "repeal", "endorse",
        "convict", "acquit", "extradite", "jail", "free",
    }
)  # fmt: skip
"""What a house does by voting to do it."""
HOUSES = frozenset(
    {
        "lawmaker", "senator", "legislator", "deputy", "mp", "parliamentarian", "congressman", "councillor",
        "parliament", "congress", "senate", "assembly", "house", "council", "chamber", "knesset", "bundestag", "duma",
        "cabinet", "committee", "legislature", "judge", "justice", "court", "panel",
    }
)  # fmt: skip
FEARING = frozenset({"fear", "dread", "risk"})
"""Verbs whose -ing form may never come about."""
HELD = frozenset({"think", "believe", "say", "report", "suspect", "presume", "rumor", "rumour", "allege", "understand"})
"""Verbs whose passive only reports: "is thought to have fled"."""
WISHING = frozenset({"demand", "urge", "request", "ask", "recommend", "propose", "require"})
"""Verbs whose "that" clause in the present tense says what shall be."""
NOUN_CLAUSES = ("acl:relcl", "acl", "ccomp", "appos")
NOT_YET = frozenset({"before", "prior to", "ahead of", "pending", "until"})


def standing(node: Node, *, denial: bool = False) -> tuple[Status, str]:
    """The status of the act a trigger names, and the word that decided it; a `denial` is an act by being negated."""
    found = Standing(flips=int(denial))
    current: Node | None = node
    own_words(node, found)
    for _ in range(12):
        if current is None or current.head is None:
            break
        current = _step(current, current.head, found)
    return found.result()


def _step(node: Node, head: Node, found: Standing) -> Node | None:
    """Weigh what governs the node; the governor when its own standing counts too, None at the end of the way."""
    nominal = not node.verbal or nominal_use(node)
    if node.dep == "conj":
        return _from_conjunct(node, head, found)
    if nominal and not node.kids("cop"):
        return from_noun(node, head, found)
    if node.dep in ("xcomp", "ccomp", "advcl", "acl", "acl:relcl", "csubj", "obl", "nmod", "appos"):
        return _from_clause(node, head, found)
    if node.dep == "amod":
        return None
    return None


def _infinitive_before(node: Node, head: Node) -> Node | None:
    """ "Had drawn up plans to storm the palace, arrest ministers …": a base form goes on an infinitive before it."""
    if node.tag not in ("VB", "VBP") or head.tag not in ("VBN", "VBD", "VBZ") or node.kids("aux", "nsubj", "mark"):
        return None
    return next((each for each in reversed(head.subtree()) if each.i < node.i and _to_do(each)), None)


def _to_do(verb: Node) -> bool:
    return verb.tag == "VB" and any(mark.lower == "to" for mark in verb.kids("mark"))


def _from_conjunct(node: Node, head: Node, found: Standing) -> Node | None:
    first = _infinitive_before(node, head)
    if first is not None and first.head is not None:
        return _step(first, first.head, found)
    shared = node.verbal and head.verbal and not node.kids("aux", "nsubj", "nsubj:pass", "mark")
    if shared and (node.tag in ("VB", "VBN", "VBG") or head.tag == node.tag):
        if node.tag == "VB" or node.tag == head.tag:
            modality(head, found)
        if negated(head) and node.tag == "VB":
            found.flip(f"negation of {head.text}")
    if node.verbal and not shared and head.verbal and node.kids("nsubj") and node.kids("aux"):
        node = head
        return head if head.dep in ("xcomp", "advcl", "ccomp") else None
    return _step(_standing_in(node, head), head.head, found) if head.head is not None else None


def _standing_in(_: Node, head: Node) -> Node:
    return head


def _from_clause(node: Node, head: Node, found: Standing) -> Node | None:
    word = preposition(node)
    marks = {mark.lower for mark in node.kids("mark", "case")}
    infinitive = (node.tag == "VB" and ("to" in marks or node.dep in ("xcomp", "acl"))) or _to_be(node)
    if _from_preposition(node, head, word, found):
        return None
    if head.nominal and (node.dep == "acl:relcl" or that_clause(node)) and node.dep in NOUN_CLAUSES:
        from_clause_of_noun(node, head, found)
        return None
    if head.nominal and not head.kids("cop") and node.dep in ("acl", "nmod", "advcl"):
        return from_noun_complement(node, head, found) if infinitive or (gerund(node) and word) else None
    if infinitive:
        return _from_infinitive(node, head, found)
    if gerund(node) and (word or _right_behind(node, head)):
        return _from_prepositional_clause(head, found)
    return _from_bare_clause(node, head, found)


def _from_preposition(node: Node, head: Node, word: str, found: Standing) -> bool:
    """Whether the preposition before an -ing form decides: "without", "short of", "capable of"."""
    ing = gerund(node)
    if word in UNDOING or (ing and (head.lower == "short" or (word == "against" and head.verbal))):
        found.flip(word)
    elif ing and _only_thought(word, head):
        found.at_least("hypothetical", head.text)
    elif ing and word in NOT_YET:
        if word != "before" or not _past(head):
            found.at_least("hypothetical", word)
    else:
        return False
    return True


def _past(verb: Node) -> bool:
    """Told in the past tense, or a participle of a verb that is: "set off a bomb, killing two, before …"."""
    return verb.tag == "VBD" or (verb.tag == "VBG" and verb.head is not None and verb.head.tag == "VBD")


def _from_bare_clause(node: Node, head: Node, found: Standing) -> Node | None:
    """What is said, thought or done without a link."""
    if node.dep == "csubj" and any(kid.lower in WORDS.modal_unreal for kid in head.kids("aux")):
        found.at_least("hypothetical", head.text)
        return None
    if node.dep in ("ccomp", "csubj"):
        return _from_prepositional_clause(head, found) if bare_gerund(node) else _from_that_clause(node, head, found)
    if node.dep in ("xcomp", "ccomp") and _in_a_plan(node, head):
        found.at_least("planned", head.text)
        return None
    if node.dep == "xcomp":
        if gerund(node) and head.lemma not in WORDS.implicative:
            _from_prepositional_clause(head, found)
        return govern(head, found)
    return None


def _in_a_plan(gerund: Node, verb: Node) -> bool:
    """ "The plot included poisoning the king"."""
    if gerund.tag != "VBG" or verb.lemma not in ("include", "involve", "envisage", "entail"):
        return False
    return any(each.lemma in WORDS.plan_nouns | {"plot", "scheme", "conspiracy"} for each in doers(verb))


def _right_behind(gerund: Node, verb: Node) -> bool:
    """ "Ruled out paying": no comma and nothing but a particle between."""
    return gerund.dep == "advcl" and 0 < gerund.i - verb.i <= 1 + len(verb.kids("compound:prt"))


def _to_be(node: Node) -> bool:
    """ "To be released": an infinitive whose base form is its auxiliary."""
    if not any(mark.lower == "to" for mark in node.kids("mark")):
        return False
    return node.tag == "VBN" and any(kid.tag == "VB" for kid in node.kids("aux", "aux:pass"))


def _only_thought(word: str, head: Node) -> bool:
    """ "Thinking about resigning", "capable of attacking"."""
    if head.verbal:
        return word in ("about", "of") and head.lemma in PONDERING
    return head.lower in ABLE and head.tag[:2] in ("JJ", "RB")


def _from_infinitive(node: Node, verb: Node, found: Standing) -> Node | None:
    if verb.lemma in HELD and passive(verb):
        found.at_least("claimed", verb.text)
        return None
    return _from_wish(node, verb, found)


def _from_wish(node: Node, verb: Node, found: Standing) -> Node | None:
    lemma = verb.lemma
    if courtesy(node, verb):
        return govern(verb, found)
    if _announced(node, verb):
        found.at_least("planned", "to")
        return None
    if lemma == "have" and node.dep == "xcomp" and verb.tag in ("VBZ", "VBP", "VB"):
        _from_having_to(node, verb, found)
        return None
    if lemma in WORDS.prevent and not (node.dep == "advcl" and verb.kids("obj")):
        found.flip(verb.text)
    elif lemma in WORDS.deny:
        found.at_least("denied", verb.text)
    elif verb.lower == "unlikely":
        found.flip(verb.text)
    elif lemma in WORDS.demand or lemma in WORDS.attempt:
        found.at_least("hypothetical", verb.text)
    elif _implied(node, verb) or _voted(node, verb):
        return govern(verb, found)
    elif lemma in WORDS.intend or not verb.verbal:
        found.at_least("planned", verb.text)
    elif node.dep != "xcomp" or lemma in WORDS.object_control:
        found.at_least("hypothetical", f"{verb.text} … to")
    elif lemma not in WORDS.speech:
        found.at_least("hypothetical", verb.text)
    return None


def _from_having_to(node: Node, verb: Node, found: Standing) -> None:
    if any(kid.lower == "yet" for kid in (*verb.children, *node.children)):
        found.flip("yet to")
    else:
        found.at_least("hypothetical", f"{verb.text} to")


def _voted(node: Node, verb: Node) -> bool:
    """ "Senators voted to remove her": the vote of a house is the act."""
    if verb.lemma != "vote" or node.lemma not in VOTED:
        return False
    voters = [each for voter in doers(verb) for each in measured(voter)]
    return any(each.lemma in HOUSES or each.lower in HOUSES for each in voters)


def _announced(node: Node, verb: Node) -> bool:
    """ "Cyprus to reopen border, minister says": how headlines tell what will come."""
    own = node.dep == "ccomp" and node.kids("nsubj", "nsubj:pass")
    return bool(own) and node.i < verb.i and verb.lemma in WORDS.speech


def _implied(node: Node, verb: Node) -> bool:
    """Whether the infinitive is as real as its verb: "managed to leave", "gathered to protest"."""
    if verb.lemma in WORDS.gathering:
        return True
    return verb.lemma in WORDS.implicative and (node.dep == "xcomp" or bool(verb.kids("obj")))


def _from_prepositional_clause(verb: Node, found: Standing) -> Node | None:
    if verb.lemma in WORDS.accusing:
        found.at_least("claimed", verb.text)
    elif verb.lemma in ACQUITTING or verb.lemma in WORDS.deny:
        found.at_least("denied", verb.text)
    elif verb.lemma == "vote":
        found.at_least("hypothetical", verb.text)  # "votes on annexing the region"
    elif verb.lemma in FEARING:
        found.at_least("hypothetical", verb.text)
    elif verb.lemma == "rule" and negated(verb):
        found.at_least("hypothetical", f"not {verb.text}")
    elif verb.lemma in WORDS.prevent:
        found.flip(verb.text)
    elif verb.lemma in WORDS.demand or verb.lemma in WORDS.attempt:
        found.at_least("hypothetical", verb.text)
    elif verb.lemma in WORDS.intend and verb.lemma not in WORDS.speech:
        found.at_least("planned", verb.text)
    return None


def _from_that_clause(node: Node, verb: Node, found: Standing) -> Node | None:
    subjunctive = (node.tag == "VB" and not node.kids("aux")) or (
        node.tag == "VBN" and not node.kids("aux") and any(kid.tag == "VB" for kid in node.kids("aux:pass"))
    )
    bare = node.tag == "VBP" or (node.tag == "VBD" and node.lower == node.lemma)  # "that they set him free"
    subjunctive = subjunctive or (bare and not node.kids("aux") and verb.lemma in WISHING)
    told = [noun for noun in verb.kids("obj") if noun.i < node.i] if that_clause(node) else []
    if told and told[-1].lemma in WORDS.report_nouns | WORDS.wish_nouns:
        from_rumor(told[-1], verb, found)
        return None
    if verb.lemma in WORDS.deny:
        found.at_least("denied", verb.text)
    elif (
        verb.lemma in WORDS.doubt
        or verb.lemma in ("hope", "fear", "wish", "imagine", "suppose", "worry")
        or (subjunctive and verb.lemma in WORDS.demand)
    ):
        found.at_least("hypothetical", verb.text)
    elif negated(verb) and verb.lemma in WORDS.speech:
        found.at_least("hypothetical", f"not {verb.text}")
    return None
