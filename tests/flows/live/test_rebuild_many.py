"""The short form of the command: the archive of some articles, edited and withdrawn, gives the same rows."""

from pathlib import Path

import pytest

from tests.flows.live.rebuild_many import rebuild_many


@pytest.mark.timeout(600)
def test_the_archive_alone_gives_every_row_again(tmp_path: Path) -> None:
    outcome = rebuild_many(tmp_path, 40)
    assert not outcome.differing
    assert outcome.visits > 100
