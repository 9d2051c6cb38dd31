"""Repairs of single words and their nearest neighbours: names, participles, particles, perfects, tags."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PASTS, regular_base
from extractors.language.tree import Node, Tree

PHRASAL = frozenset(
    {
        ("hand", "over"), ("take", "over"), ("turn", "over"), ("call", "off"), ("fight", "off"), ("cut", "off"),
        ("seal", "off"), ("break", "off"), ("carry", "out"), ("shoot", "down"), ("shut", "down"), ("lay", "down"),
        ("hand", "in"), ("give", "up"), ("blow", "up"), ("set", "up"), ("step", "up"), ("cordon", "off"),
        ("cordone", "off"), ("kill", "off"), ("write", "off"), ("ward", "off"), ("lay", "off"), ("pay", "off"),
    }
)  # fmt: skip
"""Verbs whose next word is a particle even where it was tagged as a preposition."""
LINKING = frozenset(
    {"be", "become", "remain", "stay", "seem", "appear", "turn", "prove", "feel", "look", "call", "name"}
)
STARTING = frozenset({"start", "stop", "begin", "continue", "keep", "finish", "quit", "resume"})
"""Verbs behind which an -ing form is a verb, whatever it was tagged."""
NEIGHBORING = frozenset({"neighboring", "neighbouring"})
DESCRIBING = frozenset(
    {
        "surrounding", "remaining", "warring", "opposing", "ruling", "visiting", "outlying", "adjoining", "leading",
        "competing", "existing", "outgoing", "incoming", "participating",
    }
)  # fmt: skip
"""Forms in -ing that describe a noun where a preposition of place, and no conjunction, stands before them."""
PLACING = frozenset({"to", "from", "in", "into", "at", "on", "across", "near", "toward", "towards", "with", "among"})
BARE_PASSIVES = frozenset(
    {
        "kill", "wound", "injure", "arrest", "detain", "kidnap", "abduct", "displace", "hurt", "jail",
        "imprison", "sentence", "charge", "evacuate", "rescue", "shoot", "behead", "execute", "convict", "expel",
        "deport", "besiege", "hospitalise", "hospitalize", "trap", "oust", "assassinate", "murder", "slay",
    }
)  # fmt: skip
"""Verbs that, past and without an object, are headline passives: "Five killed in blast"."""
EXPELLING = frozenset({"exile", "banish", "torture", "mutilate", "dismiss", "sack", "deport", "disarm", "extradite"})


@repair_of(words=" ".join(PASTS))
def irregular_past(word: Node, _: Tree) -> None:
    """ "The missile tore into a bus": such a form with a subject is a verb, whatever it was tagged."""
    if word.tag == "VB" or (not word.verbal and word.kids("nsubj") and not word.kids("cop")):
        word.tag, word.lemma = "VBD", PASTS[word.lower]


@repair_of(tags="VBZ NNPS")
def opening_plural(word: Node, _: Tree) -> None:
    """ "Activists blocked the road": a capital letter at the beginning makes no name or verb of a plural subject."""
    if word.i or not word.dep.startswith("nsubj") or word.kids("compound", "flat"):
        return
    whole = word.lemma.lower() == word.lower or word.tag == "VBZ"
    if whole and word.lower.endswith("s") and not word.lower.endswith("ss"):
        word.tag = "NNS"
        word.lemma = f"{word.lower[:-3]}y" if word.lower.endswith("ies") else word.lower[:-1]


@repair_of(deps="obj", tags="NN")
def capital_object(word: Node, tree: Tree) -> None:
    """ "Rebels captured Sake": a capital inside a plain sentence makes a common word a name."""
    plain = sum(node.text[:1].isupper() for node in tree.nodes) * 2 < len(tree.nodes)
    if word.i and word.text[:1].isupper() and word.text[1:].islower() and plain and not word.kids("det", "amod"):
        word.tag = "NNP"


@repair_of(deps="cop aux aux:pass advmod", words="is")
def islamic_state(word: Node, tree: Tree) -> None:
    """ "The general blamed IS": in capitals behind a verb it is the group, unless all is in capitals."""
    verb = tree.nodes[word.i - 1]
    if word.text != "IS" or not word.i or not verb.verbal or verb.text.isupper() or verb.dep in ("aux", "cop"):
        return
    if not verb.kids("obj") and not word.children:
        word.tag, word.lemma = "NNP", "is"
        word.hang(verb, "obj")


@repair_of(tags="VBD VBN")
def bare_passive(verb: Node, _: Tree) -> None:
    """ "Five killed in blast": the subject of such a verb without an object is who it happened to."""
    if verb.lemma not in BARE_PASSIVES or verb.kids("obj", "aux", "aux:pass", "xcomp"):
        return
    if any(mark.lower == "that" for said in verb.kids("ccomp") for mark in said.kids("mark")):
        for subject in verb.kids("nsubj:pass"):
            subject.dep = "nsubj"
        return
    if verb.lower in ("shot", "charged") and any(
        case.lower in ("at", "to") for noun in verb.kids("obl") for case in noun.kids("case")
    ):
        return
    if any(other.kids("obj") for other in verb.kids("conj")):  # "shot and wounded three people"
        return
    for subject in verb.kids("nsubj"):
        subject.dep = "nsubj:pass"


@repair_of(tags="JJ")
def passive_tag(word: Node, _: Tree) -> None:
    """ "Was later sentenced", "was exiled": what is done to people is no quality of theirs."""
    if not word.lower.endswith("ed") or word.dep in ("amod", "compound"):
        return
    base = regular_base(word.lower)
    base = f"{base}e" if f"{base}e" in EXPELLING else base
    if word.kids("aux:pass"):
        word.tag, word.lemma = "VBN", base
        return
    if base not in BARE_PASSIVES | EXPELLING or not word.kids("cop"):
        return
    word.tag, word.lemma = "VBN", base
    for kid in word.kids("cop"):
        kid.dep = "aux:pass"
    for kid in word.kids("nsubj"):
        kid.dep = "nsubj:pass"


@repair_of(deps="obl")
def particle(noun: Node, _: Tree) -> None:
    """ "Shut down the internet": a particle behind the verb is no preposition of its object."""
    verb = noun.head
    if verb is None or not verb.verbal or verb.kids("obj"):
        return
    for case in noun.kids("case"):
        particle = (verb.lemma, case.lower) in PHRASAL or (case.tag == "RP" and case.lower not in ("in", "on"))
        if particle and case.i == verb.i + 1 and len(noun.kids("case")) == 1:
            case.hang(verb, "compound:prt")
            noun.dep = "obj"


@repair_of(deps="acl advcl xcomp", tags="VBN VBG")
def besieged_object(participle: Node, _: Tree) -> None:
    """ "Against besieged Osgiliath", "to neighboring Rohan": a participle behind a preposition describes the noun."""
    marks = [mark for mark in participle.kids("mark") if mark.tag in ("IN", "TO") and mark.i == participle.i - 1]
    if not marks or (participle.tag == "VBG" and not _describes(participle, marks[0])):
        return
    for noun in participle.kids("obj"):
        if (
            noun.i <= participle.i + 3
            and not any(kid.i > participle.i for kid in noun.kids("det", "nmod:poss"))
            and not participle.kids("nsubj", "nsubj:pass", "aux")
            and participle.head is not None
        ):
            above = participle.head
            noun.swap_with_head("amod")
            noun.dep = "nmod" if above.nominal else "obl"
            for kid in [kid for kid in participle.children if kid.i > noun.i or kid in marks]:
                kid.hang(noun, "case" if kid in marks else kid.dep)
            return


def _describes(gerund: Node, mark: Node) -> bool:
    """Whether an -ing form that stands before a noun only says which one is meant."""
    return gerund.lower in NEIGHBORING or (gerund.lower in DESCRIBING and mark.lower in PLACING)


@repair_of(deps="nsubj nsubj:pass obj", tags="JJ IN RB FW VB VBP")
def noun_tag(node: Node, _: Tree) -> None:
    """A subject or object behind an article is a noun, whatever an unknown word was tagged."""
    if node.kids("det", "amod", "nmod:poss"):
        node.tag = "NN"


CLAUSES = frozenset({"ROOT", "advcl", "ccomp", "conj", "parataxis", "acl:relcl"})
"""What a finite clause can be in another."""


@repair_of(tags="VBZ VBD VBP")
def compound_subject(verb: Node, _: Tree) -> None:
    """ "If the army attacks …": a noun glued to the finite verb behind it is its subject."""
    if verb.kids("nsubj", "nsubj:pass", "csubj", "expl", "case") or verb.dep not in CLAUSES:
        return
    if not verb.kids("obj", "obl", "xcomp", "ccomp", "advcl", "mark"):
        return
    before = [kid for kid in verb.kids("compound") if kid.i < verb.i and kid.nominal]
    if before:
        before[-1].dep = "nsubj"
        for kid in [kid for kid in verb.kids("det", "amod", "nmod:poss", "compound") if kid.i < before[-1].i]:
            kid.hang(before[-1], kid.dep)


@repair_of(deps="xcomp", tags=NOUNS)
def predicate_object(noun: Node, _: Tree) -> None:
    """ "Russia vetoes draft": a bare noun behind a verb that is no "be" or "become" is its object."""
    verb = noun.head
    if verb is None or verb.lemma in LINKING or noun.kids("mark", "cop"):
        return
    if verb.lemma in STARTING and noun.lower.endswith("ing"):
        return
    if verb.tag in ("VBZ", "VBD", "VBP", "VB") and verb.i < noun.i and not verb.kids("obj", "ccomp"):
        noun.dep = "obj"


@repair_of(deps="advcl xcomp", tags=NOUNS)
def noun_with_preposition(noun: Node, _: Tree) -> None:
    """ "… contribute a million to Gondor": a noun behind "to" is no clause."""
    marks = [mark for mark in noun.kids("mark") if mark.lower == "to"]
    if not marks or noun.kids("nsubj", "nsubj:pass", "cop", "aux"):
        return
    noun.dep = "obl"
    for mark in marks:
        mark.dep = "case"
