"""Repairs of objects: cut in two, tagged as another word, parted from a particle or from what becomes of them."""

from itertools import pairwise

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.subclauses import TIMES
from extractors.language.tree import Node, Tree

BARE_INFINITIVE = frozenset(
    {"let", "make", "have", "help", "see", "hear", "watch", "feel", "bid", "dare", "go", "come"}
)
"""Verbs that take an infinitive without "to"."""
TWO_OBJECTS = frozenset(
    {
        "appoint", "call", "consider", "crown", "declare", "deem", "dub", "elect", "label", "make", "name", "proclaim",
        "give", "offer", "pay", "send", "tell", "grant", "hand", "lend", "sell", "show", "award", "deny", "owe", "cost",
        "ask", "teach", "bring", "promise", "leave", "keep", "wish", "guarantee", "assign", "feed", "fine",
    }
)  # fmt: skip
"""Verbs behind which two nouns may stand side by side."""
STATES = frozenset(
    {"hostage", "captive", "prisoner", "part", "ablaze", "alight", "afire", "aflame", "adrift", "aground", "dead"}
)
"""What somebody is taken or called without an article, and states that are read as nouns."""
MOVING = frozenset(
    {
        "kick", "throw", "drive", "push", "force", "hand", "turn", "take", "call", "pull", "send", "put", "let", "shut",
        "cut", "lock", "vote", "chase", "flush", "smoke", "wipe",
    }
)  # fmt: skip
"""Verbs that part from their particle."""
DEEDS = frozenset(
    {
        "fight", "combat", "stop", "curb", "rebuild", "build", "buy", "repel", "tackle", "defend", "end", "pay",
        "secure", "win", "reach", "find", "protect", "contain", "cope", "recover", "train", "manage", "meet", "feed",
    }
)  # fmt: skip
PARTICLES = frozenset({"out", "over", "off", "up", "down", "back"})


@repair_of(deps="nsubj nsubj:pass obj obl nmod conj compound ROOT", tags="NNP NNPS")
def small_letter_name(noun: Node, _: Tree) -> None:
    """ "Ukrainian marines": a word in small letters is no proper noun."""
    if noun.text.islower() and noun.text.isalpha() and len(noun.text) > 3:
        plural = noun.tag == "NNPS" or (noun.lower.endswith("s") and not noun.lower.endswith("ss"))
        noun.tag = "NNS" if plural else "NN"
        if plural and noun.lemma == noun.lower:
            noun.lemma = _singular(noun.lower)


def _singular(plural: str) -> str:
    return f"{plural[:-3]}y" if plural.endswith("ies") else plural.removesuffix("s")


@repair_of(deps="obj xcomp", tags="NN NNS NNP VB")
def object_in_two(word: Node, tree: Tree) -> None:
    """ "… defused a car bomb": two neighbours that are both objects are one object."""
    verb, first = word.head, tree.nodes[word.i - 1] if word.i else None
    if verb is None or first is None or not verb.verbal or first.head is not verb or first.dep != "obj":
        return
    if not first.nominal or (word.proper and not first.proper):  # "industry darling Slack"
        return
    if verb.lemma in TWO_OBJECTS or (word.tag == "VB" and verb.lemma in BARE_INFINITIVE):
        return
    if first.i < verb.i or any(kid.i < word.i or kid.dep in ("obj", "ccomp") for kid in word.children):
        return
    if word.kids("nmod") or (word.dep == "xcomp" and (word.lower in STATES or word.lower.endswith("ing"))):
        return
    for kid in [kid for kid in first.children if kid.i < first.i]:
        kid.hang(word, kid.dep)
    first.hang(word, "compound")
    word.dep = "obj"
    if word.tag == "VB":
        word.tag = "NN"
        for kid in word.kids("obl"):
            kid.dep = "nmod"


@repair_of(deps="obj", tags="RB VB VBP IN")
def untagged_object(word: Node, _: Tree) -> None:
    """ "… launched airstrikes on": what stands behind a verb as its object, with nothing of a verb, is a noun."""
    verb = word.head
    if (
        verb is None
        or word.i <= verb.i
        or word.kids("mark", "nsubj", "obj", "aux", "advmod")
        or not word.text.isalpha()
    ):
        return
    if word.tag == "IN" and not word.kids("det", "amod"):
        return
    plural = word.lower.endswith("s") and not word.lower.endswith("ss") and len(word.lower) > 3
    word.tag = "NNS" if plural else "NN"
    if plural and word.lemma == word.lower:
        word.lemma = _singular(word.lower)


@repair_of(deps="obl:unmarked advmod", tags="PRP")
def reflexive(word: Node, _: Tree) -> None:
    """ "The group dissolved itself": right behind the verb it is the object."""
    verb = word.head
    if not word.lower.endswith(("self", "selves")) or verb is None or verb.kids("obj"):
        return
    if word.i == verb.i + 1 and verb.verbal and verb.tag != "VBN":
        word.dep = "obj"


@repair_of(deps="advmod advcl nmod", tags="RB RP IN", words=" ".join(sorted(PARTICLES)))
def loose_particle(word: Node, tree: Tree) -> None:
    """ "Burundi kicked the investigators and diplomats out": behind the object, the particle goes with the verb."""
    noun = word.head
    if noun is None or word.children or word.i < 2:
        return
    verb = noun if noun.verbal else next((each for each in noun.ancestors() if each.verbal), None)
    objects = verb.kids("obj") if verb is not None else []
    if verb is None or verb.lemma not in MOVING or not objects or objects[-1].i > word.i:
        return
    near = noun in (verb, objects[-1], *objects[-1].kids("conj"))
    if near and tree.nodes[word.i - 1] in objects[-1].subtree():
        word.hang(verb, "compound:prt")
        word.tag = "RP"


@repair_of(deps="xcomp", tags="IN RB RP", words="in out over off up down back through away")
def particle_as_clause(word: Node, _: Tree) -> None:
    """ "The soldiers let the convoy through": a bare particle is no clause."""
    if not word.children and word.head is not None and word.head.verbal:
        word.tag, word.dep = "RP", "compound:prt"


@repair_of(words="-", deps="amod compound flat advmod")
def hyphen(sign: Node, tree: Tree) -> None:
    """ "Cross-border fire": a hyphen is a sign, and ties its neighbours."""
    if not 0 < sign.i < len(tree.nodes) - 1:
        return
    left, right = tree.nodes[sign.i - 1], tree.nodes[sign.i + 1]
    if left.end == sign.start and sign.end == right.start:
        sign.tag = "HYPH"
        if left.head is right.head and left.head is not None and left.dep == "amod":
            left.hang(right, left.dep)
        sign.hang(left, "punct")


@repair_of(deps="iobj", tags="NN NNS NNP NNPS")
def only_object(noun: Node, _: Tree) -> None:
    """ "The king assured Lebanon of his support": who alone is an object is the direct one, if not told."""
    verb = noun.head
    if verb is not None and verb.verbal and verb.lemma not in TWO_OBJECTS and not verb.kids("obj", "ccomp", "xcomp"):
        noun.dep = "obj"


@repair_of(deps="compound", tags="NNP NNPS")
def receiver(name: Node, tree: Tree) -> None:
    """ "Washington offered Nigeria drones": a country right behind such a verb is who gets the things."""
    things = name.head
    verb = things.head if things is not None else None
    if things is None or verb is None or things.dep != "obj" or things.proper or verb.lemma not in GIVING:
        return
    if verb.kids("iobj") or things.i != name.i + 1 or verb.i != name.i - 1 or things.kids("det", "nmod:poss"):
        return
    if any(each.label == "LOC" and each.last == name.i and each.first == name.i for each in tree.entities):
        name.hang(verb, "iobj")


GIVING = frozenset({"offer", "give", "grant", "promise", "lend", "award", "deny", "send", "pledge", "pay"})


@repair_of(tags="VBD VBN", words="shot")
def shot_at(verb: Node, _: Tree) -> None:
    """ "Troops shot at protesters", "she shot to fame": who shoots, or rises, is no victim."""
    if verb.kids("obj", "aux:pass", "obl:agent") or not verb.kids("nsubj:pass"):
        return
    ways = {case.lower for noun in verb.kids("obl") if not noun.proper for case in noun.kids("case")}
    if ways & {"at", "to", "into", "towards", "toward", "past", "up"}:
        verb.tag = "VBD"
        for subject in verb.kids("nsubj:pass"):
            subject.dep = "nsubj"


@repair_of(deps="obj", tags="PRP NNP NNPS")
def first_of_two_objects(word: Node, _: Tree) -> None:
    """ "Promised them cheaper power": of two objects the first gets the second."""
    verb = word.head
    if verb is None or verb.lemma not in GIVING or word.i != verb.i + 1 or verb.kids("iobj"):
        return
    if any(other.i > word.i and other.nominal and not other.kids("case") for other in verb.kids("obj")):
        word.dep = "iobj"


@repair_of(deps="obl obl:unmarked", tags="NNS NNPS")
def bare_oblique(noun: Node, _: Tree) -> None:
    """ "Released at least 19 hostages": a counted noun without a preposition of its own is the object."""
    verb = noun.head
    if verb is None or not verb.verbal or noun.i < verb.i or noun.lemma in TIMES or not noun.kids("nummod"):
        return
    if verb.kids("obj", "aux:pass", "nsubj:pass", "ccomp", "cop") or noun.lemma in SPANS:
        return
    if all(case.lower in ("over", "around", "nearly") for case in noun.kids("case")):
        noun.dep = "obj"


SPANS = frozenset({"kilometer", "mile", "meter", "percent", "point", "dollar", "euro", "degree", "time", "place"})


@repair_of(deps="amod", words="dead")
def shot_dead(word: Node, _: Tree) -> None:
    """ "Gunmen shot dead a judge": what became of him, not what he was like."""
    noun = word.head
    verb = noun.head if noun is not None else None
    if noun is not None and verb is not None and noun.dep == "obj" and verb.i == word.i - 1 and verb.lower == "shot":
        word.hang(verb, "xcomp")


@repair_of(deps="obj", tags=NOUNS)
def helped_to(noun: Node, _: Tree) -> None:
    """ "Help Tunisia fight smugglers": between a name and an object stands the verb that somebody is helped to do."""
    verb = noun.head
    if verb is None or verb.lemma not in ("help", "let", "make"):
        return
    glued = sorted((kid for kid in noun.kids("compound", "amod") if kid.i > verb.i), key=lambda kid: kid.i)
    for helped, deed in pairwise(glued):
        if helped.nominal and deed.i == helped.i + 1 and deed.lower in DEEDS and deed.text == deed.lower:
            for kid in [kid for kid in noun.children if kid.i < helped.i]:
                kid.hang(helped, kid.dep)
            helped.hang(verb, "obj")
            deed.hang(verb, "xcomp")
            deed.tag, deed.lemma = "VB", deed.lower
            noun.hang(deed, "obj")
            for conjunct in [each for each in verb.kids("conj") if each.tag == "VB" and each.i > noun.i]:
                conjunct.hang(deed, "conj")
            return
