"""Start a command and kill it at a given moment of its work, for all tests of crashes."""

import subprocess
import tempfile
import time
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]


def is_killed(
    command: Sequence[str],
    seconds: float,
    sign: Callable[[], object],
    *,
    environ: dict[str, str] | None = None,
    fine: Collection[int] = (0,),
) -> bool:
    """Kill the command so long after `sign` gives something new; tell whether it was still running.

    One that ended by itself must have ended with an exit code that is fine, else its words are raised.
    """
    before = sign()
    with (
        tempfile.TemporaryFile() as told,
        subprocess.Popen(command, cwd=ROOT, env=environ, stdout=told, stderr=told) as process,
    ):
        while sign() == before and process.poll() is None:
            time.sleep(0.002)
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            process.kill()
            return True
        if process.returncode not in fine:
            told.seek(0)
            raise AssertionError(f"it ended with {process.returncode}: {told.read()[-2000:].decode(errors='replace')}")
    return False
