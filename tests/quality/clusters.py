"""How well things were put together that belong together: B-cubed, MUC, CEAF-e, their mean, and plain pairs.

Both sides are given as one cluster name a thing, in the same order of things.
"""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from itertools import combinations
from math import inf

Score = tuple[float, float, float]
"""Precision, recall and F1."""
Names = Sequence[Hashable]


def b_cubed(gold: Names, found: Names) -> Score:
    """Over things: how much of a thing's cluster belongs to it, and how much that belongs to it is there."""
    both = Counter(zip(gold, found, strict=True))
    in_gold, in_found = Counter(gold), Counter(found)
    return _score(
        sum(n * n / in_found[cluster] for (_, cluster), n in both.items()) / len(gold),
        sum(n * n / in_gold[cluster] for (cluster, _), n in both.items()) / len(gold),
    )


def muc(gold: Names, found: Names) -> Score:
    """Over links: how few of them would have to be added or taken away. Things that stand alone do not count."""
    return _score(_links(found, gold), _links(gold, found))


def ceaf_e(gold: Names, found: Names) -> Score:
    """Over clusters: the best one-to-one pairing of the two sides, alike clusters counting 1."""
    both = Counter(zip(gold, found, strict=True))
    in_gold, in_found = Counter(gold), Counter(found)
    alike = {(one, other): 2 * n / (in_gold[one] + in_found[other]) for (one, other), n in both.items()}
    best = sum(_best(part) for part in _parts(alike))
    return _score(best / len(in_found), best / len(in_gold))


def conll(gold: Names, found: Names) -> float:
    """The mean F1 of MUC, B-cubed and CEAF-e, as the CoNLL tasks on coreference rank by."""
    return sum(measure(gold, found)[2] for measure in (muc, b_cubed, ceaf_e)) / 3


def pairs(gold: Names, found: Names) -> tuple[int, int]:
    """Pairs put together rightly and wrongly."""
    clusters: dict[Hashable, list[Hashable]] = defaultdict(list)
    for truth, cluster in zip(gold, found, strict=True):
        clusters[cluster].append(truth)
    same = [one == other for members in clusters.values() for one, other in combinations(members, 2)]
    return sum(same), len(same) - sum(same)


def _score(precision: float, recall: float) -> Score:
    return precision, recall, 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _links(wanted: Names, given: Names) -> float:
    """The share of the links of `wanted` that `given` has."""
    parts: dict[Hashable, set[Hashable]] = defaultdict(set)
    for one, other in zip(wanted, given, strict=True):
        parts[one].add(other)
    links = {cluster: n - 1 for cluster, n in Counter(wanted).items()}
    total = sum(links.values())
    return sum(links[cluster] - len(parts[cluster]) + 1 for cluster in links) / total if total else 0.0


Alike = dict[tuple[Hashable, Hashable], float]


def _parts(alike: Alike) -> Iterator[Alike]:
    """Clusters that have nothing in common with others are paired by themselves."""
    left: dict[Hashable, set[Hashable]] = defaultdict(set)
    right: dict[Hashable, set[Hashable]] = defaultdict(set)
    for one, other in alike:
        left[one].add(other)
        right[other].add(one)
    while left:
        ours, waiting = set[Hashable](), [next(iter(left))]
        while waiting:
            one = waiting.pop()
            if one not in ours:
                ours.add(one)
                waiting.extend(beyond for other in left[one] for beyond in right[other])
        yield {(one, other): alike[one, other] for one in ours for other in left.pop(one)}


def _best(alike: Alike) -> float:
    """The largest sum of a one-to-one pairing (the Hungarian method, by shortest augmenting paths)."""
    left, right = (list({pair[side]: None for pair in alike}) for side in (0, 1))
    size = max(len(left), len(right))
    rows = {name: row for row, name in enumerate(left, 1)}
    columns = {name: column for column, name in enumerate(right, 1)}
    cost = [[0.0] * (size + 1) for _ in range(size + 1)]
    for (one, other), value in alike.items():
        cost[rows[one]][columns[other]] = -value
    of_row, of_column, partner = [0.0] * (size + 1), [0.0] * (size + 1), [0] * (size + 1)
    for row in range(1, size + 1):
        partner[0] = row
        least, way, used = [inf] * (size + 1), [0] * (size + 1), [False] * (size + 1)
        column = 0
        while partner[column]:
            used[column] = True
            this, step, following = partner[column], inf, 0
            for each in range(1, size + 1):
                if used[each]:
                    continue
                slack = cost[this][each] - of_row[this] - of_column[each]
                if slack < least[each]:
                    least[each], way[each] = slack, column
                if least[each] < step:
                    step, following = least[each], each
            for each in range(size + 1):
                if used[each]:
                    of_row[partner[each]] += step
                    of_column[each] -= step
                else:
                    least[each] -= step
            column = following
        while column:
            partner[column] = partner[way[column]]
            column = way[column]
    return -sum(cost[partner[column]][column] for column in range(1, size + 1))
