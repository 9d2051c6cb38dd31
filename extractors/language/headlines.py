"""Repairs of the line from which a story was sent, and of times in headlines."""

from extractors.language.repairs import repair_of
from extractors.language.tree import Node, Tree

UNITS = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})

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
