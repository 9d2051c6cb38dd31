"""The power goes in the middle of a run: the next poll is soon, and nothing is lost, doubled or other."""

from pathlib import Path

import pytest

from tests.flows.live.powercut import cut_and_restart


@pytest.mark.chaos
@pytest.mark.server
@pytest.mark.timeout(600)
def test_after_a_power_cut_it_polls_again_and_holds_the_rows_of_an_undisturbed_pass(tmp_path: Path) -> None:
    outcome = cut_and_restart(tmp_path)
    assert outcome.is_right, outcome.in_words()
