"""The measures give what their authors give for the same clusters."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.quality.clusters import Names, b_cubed, ceaf_e, conll, muc, pairs

GOLD = [1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3]
JOINED_SMALL = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2]
JOINED_LARGE = [1, 1, 1, 1, 1, 2, 2, 1, 1, 1, 1, 1]


@pytest.mark.parametrize(
    ("found", "f1"),
    [
        pytest.param(JOINED_SMALL, (0.947, 0.865, 0.733), id="a small cluster joined to a large one"),
        pytest.param(JOINED_LARGE, (0.947, 0.737, 0.667), id="two large clusters joined"),
    ],
)
def test_luos_example(found: Names, f1: tuple[float, ...]) -> None:
    measured = [measure(GOLD, found)[2] for measure in (muc, b_cubed, ceaf_e)]
    assert measured == pytest.approx(f1, abs=0.0006)
    assert conll(GOLD, found) == pytest.approx(sum(f1) / 3, abs=0.0006)


def test_pairs_put_together_rightly_and_wrongly() -> None:
    assert pairs(GOLD, JOINED_SMALL) == (10 + 1 + 10, 10)


NAMES = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=12)


@given(NAMES)
def test_the_best_pairing_is_the_best_of_all(things: list[tuple[int, int]]) -> None:
    gold, found = zip(*things, strict=True)
    left, right = sorted(set(gold)), sorted(set(found))
    right += [9] * (len(left) - len(right))

    def alike(one: int, other: int) -> float:
        return 2 * things.count((one, other)) / max(gold.count(one) + found.count(other), 1)

    best = max(sum(map(alike, left, order)) for order in permutations(right, len(left)))
    assert ceaf_e(gold, found)[1] == pytest.approx(best / len(left))


@given(NAMES)
def test_the_truth_is_perfect(things: list[tuple[int, int]]) -> None:
    gold, _ = zip(*things, strict=True)
    assert b_cubed(gold, gold)[2] == ceaf_e(gold, gold)[2] == pytest.approx(1)
