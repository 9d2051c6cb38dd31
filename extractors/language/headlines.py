"""Repairs of headline English and of words that war news uses as nouns."""

from extractors.language.repairs import repair_of
from extractors.language.tree import Node, Tree

SUBORDINATORS = frozenset({"as", "after", "before", "while", "until", "since"})
UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
NOUNS_LIKE_ADJECTIVES = frozenset({"offensive", "counteroffensive", "initiative", "explosive", "objective"})
FIRING = frozenset(
    {"enemy", "rebel", "sniper", "tank", "police", "army", "hostile", "artillery", "mortar", "militant", "government"}
)


@repair_of(tags="NNS", deps="ROOT compound")
def headline_verb(word: Node, tree: Tree) -> None:
    """ "India strikes Pakistan", "… as Congo cuts ties": between a name and a noun without an article."""
    if not 0 < word.i < len(tree.nodes) - 1 or word.kids("cop", "aux", "nsubj", "case", "det", "amod"):
        return
    name, behind = tree.nodes[word.i - 1], tree.nodes[word.i + 1]
    above = word.head
    if not name.text[:1].isupper() or not (name.proper or name.tag == "JJ"):
        return
    if above is None:
        _strike(word, name, behind)
    elif behind is above and above.tag == "NNS" and above.head is not None and above.dep in ("obl", "nmod"):
        links = [case for case in above.kids("case") if case.lower in SUBORDINATORS]
        if links and name.head in (word, above):
            _clause(word, name, above, links)


def _strike(verb: Node, name: Node, behind: Node) -> None:
    """ "India strikes Pakistan after …": the root between two names."""
    if name.head is not verb or behind.head is not verb or not behind.proper or behind.dep not in ("appos", "flat"):
        return
    for kid in [kid for kid in verb.children if kid.i < name.i and kid.dep in ("compound", "amod", "det")]:
        kid.hang(name, kid.dep)
    name.dep, behind.dep, verb.tag = "nsubj", "obj", "VBZ"
    for kid in verb.kids("nmod"):
        kid.dep = "obl"


def _clause(verb: Node, name: Node, thing: Node, links: list[Node]) -> None:
    """ "… as Congo cuts ties with Rwanda": the phrase is a clause."""
    above = thing.head
    if above is None:
        return
    name.tag = "NNP" if name.tag == "JJ" else name.tag
    for kid in [kid for kid in (*thing.children, *verb.children) if kid.i < name.i and kid not in links]:
        kid.hang(name, kid.dep)
    verb.swap_with_head("obj")
    verb.dep, verb.tag = "advcl", "VBZ"
    name.hang(verb, "nsubj")
    for link in links:
        link.hang(verb, "mark")


@repair_of(tags="NNP NNPS", deps="compound")
def name_before_time(name: Node, tree: Tree) -> None:
    """ "Chad cuts ties with Mali days after vote": the name belongs to the verb, and the days to what follows."""
    unit = name.head
    behind = tree.nodes[name.i + 2] if name.i + 2 < len(tree.nodes) else None
    if unit is None or unit.i != name.i + 1 or unit.lower not in UNITS or behind is None:
        return
    verb = next((each for each in unit.ancestors() if each.verbal and each.i < name.i), None)
    if behind.lower not in ("after", "before") or unit.kids("nummod", "det") or verb is None:
        return
    cases = [case for case in unit.kids("case") if case.i < name.i]
    dep = unit.dep if unit.dep in ("obj", "iobj") and not cases else "obl"
    for kid in [kid for kid in unit.children if kid.i < name.i]:
        kid.hang(name, kid.dep)
    name.hang(verb, dep)
    if unit.dep == dep:
        unit.dep = "obl:unmarked"


@repair_of(words="fire", tags="NN")
def hostile_fire(fire: Node, _: Tree) -> None:
    """ "Wounded by Israeli fire", "killed in sniper fire": shots, and no flames."""
    owners = fire.kids("amod", "compound", "nmod:poss")
    if any(kid.lower in FIRING or (kid.i and kid.tag == "JJ" and kid.text[:1].isupper()) for kid in owners):
        fire.lemma = "gunfire"


@repair_of(tags="JJ", deps="xcomp amod")
def noun_like_adjective(word: Node, tree: Tree) -> None:
    """ "Launched its ground offensive": a noun before such a word is part of its name."""
    noun = tree.nodes[word.i - 1] if word.i else None
    if word.lower not in NOUNS_LIKE_ADJECTIVES or noun is None or not noun.nominal or noun.dep != "obj":
        return
    if word.head is not noun.head or word.children:
        return
    for kid in list(noun.children):
        kid.hang(word, kid.dep)
    noun.hang(word, "compound")
    word.tag, word.dep, word.lemma = "NN", "obj", word.lower


ATTACKING = frozenset(
    {
        "storm", "attack", "raid", "target", "ambush", "shell", "bomb", "kill", "seize", "loot", "torch", "kidnap",
        "strike", "hit", "free", "block", "march", "enter", "besiege", "burn", "shoot", "capture",
    }
)  # fmt: skip


@repair_of(tags="NN", deps="compound", words=" ".join(ATTACKING))
def headline_base(word: Node, tree: Tree) -> None:
    """ "Gunmen storm TV studio": a plural before such a word and a noun behind it make it a verb."""
    subject = tree.nodes[word.i - 1] if word.i else None
    thing = word.head
    if subject is None or thing is None or subject.tag != "NNS" or subject.head not in (word, thing):
        return
    links = [case for case in thing.kids("case") if case.lower in SUBORDINATORS]
    if thing.i < word.i or thing.kids("det", "cop", "nsubj") or not (links or thing.head is None):
        return
    root = thing.head is None
    for kid in [kid for kid in (*thing.children, *word.children) if kid.i < subject.i and kid not in links]:
        kid.hang(subject, kid.dep)
    word.swap_with_head("obj")
    word.tag = "VBP"
    word.dep = "ROOT" if root else "advcl"
    subject.hang(word, "nsubj")
    for link in links:
        link.hang(word, "mark")
    for kid in thing.kids("nmod"):
        if kid.i > thing.i and not any(case.lower == "of" for case in kid.kids("case")):
            kid.hang(word, "obl")


DASHES = frozenset({"-", "–", "—", "--"})
LONGEST_DATELINE = 14
SHORTEST_NAME = 4


def dateline(tree: Tree) -> None:
    """ "MINSK (dpa) - An activist was sentenced": the town from which a story was sent takes no part in it."""
    end = _end_of_dateline(tree)
    if not end:
        return
    span = tree.nodes[:end]
    for top in [node for node in span if node.dep != "punct" and (node.head is None or node.head.i >= end)]:
        behind = [kid for node in span for kid in node.children if kid.i > end and kid.dep != "punct"]
        if top.head is None:
            verb = next((kid for kid in behind if kid.verbal), None)
            if verb is not None:
                verb.swap_with_head("parataxis")
            continue
        head, dep = top.head, top.dep
        noun = next((kid for kid in behind if kid.nominal), None)
        root = next((each for each in tree.roots if each.i > end), head)
        if noun is not None:
            noun.hang(head, dep)
            for kid in behind:
                if kid is not noun:
                    kid.hang(noun, kid.dep)
        top.hang(root, "parataxis")


def _end_of_dateline(tree: Tree) -> int:
    """Where the dash stands that ends it: "MINSK (dpa) -", "ISTANBUL —", "PARIS, May 7 (Reuters) -"; or 0."""
    first = tree.nodes[0]
    if not first.text.isupper() or len(first.text) < SHORTEST_NAME:
        return 0
    for before, node in zip(tree.nodes[:LONGEST_DATELINE], tree.nodes[1:], strict=False):
        if node.text in DASHES and node.start > before.end:
            return node.i - first.i if before.text == ")" or before.text.isupper() else 0
    return 0
