"""How work is cut into task runs."""

import pytest

from flows.batch_tasks import STRETCHES, stretches


@pytest.mark.parametrize("things", [0, 1, 20, 21, 20 * STRETCHES, 20 * STRETCHES + 1, 12_345])
def test_stretches_hold_everything_in_whole_batches_and_are_few(things: int) -> None:
    parts = [list(part) for part in stretches(range(things), 20)]
    assert [thing for part in parts for thing in part] == list(range(things))
    assert len(parts) <= STRETCHES
    assert all(len(part) % 20 == 0 for part in parts[:-1])
