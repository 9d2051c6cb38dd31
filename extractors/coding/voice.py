"""Voice and form of a verb: whether it is passive, whether it stands as an -ing form."""

from extractors.language.tree import Node

HEARD = frozenset({"report", "fear", "find", "believe", "presume", "confirm"})
"""Verbs behind whose passive a participle is one too."""
ASKING = frozenset({"call", "ask", "urge", "appeal", "demand", "press", "push", "plead", "vow", "agree"})
"""Verbs behind "and" that go on in the active: "is concerned and called on Chad to help"."""
OWN_CLAUSE = ("obj", "aux", "nsubj", "xcomp", "ccomp")
"""What a participle behind "and" has where it is a verb of its own."""


def passive(verb: Node) -> bool:
    """Whether the verb is passive: marked so, or a reduced relative participle without an object."""
    if verb.kids("nsubj:pass", "aux:pass", "obl:agent"):
        return True
    if _shot_dead(verb):
        return True
    if verb.tag == "VBN" and verb.dep == "xcomp" and verb.head is not None and not verb.kids("obj", "aux"):
        heard = verb.head.lemma in HEARD and passive(verb.head)  # "were reported killed"
        return heard or bool(found_so(verb))
    if _headline(verb) or _let_go(verb):
        return True
    if verb.tag == "VBN" and verb.dep == "conj" and verb.head is not None and not verb.kids(*OWN_CLAUSE):
        asked = verb.lemma in ASKING and any(kid.tag == "VB" for kid in verb.kids("advcl"))
        return verb.head.tag == "VBN" and not asked and passive(verb.head)  # "was drugged and kidnapped"
    if verb.tag == "VBN" and verb.dep == "advcl" and not verb.kids(*OWN_CLAUSE, "mark", "advcl"):
        return True  # "Surrounded for years, the town …"
    if verb.tag == "VBD" and verb.dep == "acl":
        return not verb.kids("obj", "aux", "nsubj", "ccomp", "xcomp")  # "a man kidnapped a year ago"
    return verb.tag == "VBN" and verb.dep in ("acl", "amod") and not verb.kids("obj", "aux", "nsubj")


def _headline(verb: Node) -> bool:
    """ "Manager kidnapped in Lagos freed": the second participle tells, the first only describes."""
    first = verb.head
    if first is None or verb.tag != "VBN" or verb.dep not in ("advcl", "xcomp", "parataxis", "conj"):
        return False
    bare = not verb.kids("mark", "aux", "cc", "advmod", "punct", *OWN_CLAUSE)
    reduced = first.tag == "VBN" and bool(first.kids("nsubj:pass")) and not first.kids("aux:pass", "aux")
    return bare and reduced and verb.i > first.i + 1


def _let_go(verb: Node) -> bool:
    """ "He was charged and let go": to whom it is done."""
    first = verb.head
    if first is None or verb.lemma != "let" or verb.tag != "VBN" or verb.dep != "conj" or verb.kids("obj", "nsubj"):
        return False
    return first.tag == "VBN" and passive(first)


EQUIPPED = {"arm": ("conj",), "equip": ("conj",), "disguise": ("advcl",), "dress": ("advcl",), "pose": ("advcl",)}
"""Participles that only describe a subject, and how the verb hangs on them where they were read as the main verb."""


def equipped(verb: Node) -> bool:
    """ "Militants armed with grenades and rifles | opened fire", "men disguised as monks | shot a guard"."""
    first = verb.head
    if first is None or verb.dep not in EQUIPPED.get(first.lemma, ()) or first.kids("obj", "aux:pass", "aux"):
        return False
    own = verb.kids("nsubj")
    if len(own) != 1 or own[0].i != verb.i - 1 or own[0].kids("det") or not first.kids("nsubj", "nsubj:pass"):
        return False
    return verb.dep == "conj" or any(kid.lower == "as" for kid in (*verb.kids("mark"), *own[0].kids("case")))


def found_so(verb: Node) -> list[Node]:
    """ "Rebels report nine killed", "found him jailed": the objects of which the participle is said."""
    over = verb.head
    if verb.dep != "xcomp" or verb.tag != "VBN" or over is None or verb.kids("mark", "aux", "nsubj"):
        return []
    return [each for each in over.kids("obj") if over.i < each.i < verb.i]


def _shot_dead(verb: Node) -> bool:
    """A headline's "Candidate shot dead at rally", whose auxiliary is left out."""
    dead = any(kid.lower == "dead" and kid.i == verb.i + 1 for kid in verb.kids("xcomp", "advmod"))
    return dead and verb.tag in ("VBD", "VBN") and verb.lower == "shot" and not verb.kids("obj", "aux")


def gerund(verb: Node) -> bool:
    """An -ing form, its auxiliary's too: "of bombing", "of having bombed"."""
    return verb.tag == "VBG" or (
        verb.tag == "VBN" and any(kid.tag == "VBG" for kid in verb.kids("aux", "aux:pass")[:1])
    )


def infinitive(clause: Node) -> bool:
    """ "To leave", and "to be released", whose base form is its auxiliary."""
    base = clause.tag == "VB" or (
        clause.tag == "VBN" and any(kid.tag == "VB" for kid in clause.kids("aux", "aux:pass"))
    )
    return base and any(kid.lower == "to" for kid in clause.kids("mark"))
