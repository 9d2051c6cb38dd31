"""`python -m tests.quality.measure_counts --gold DIR [--half 0|1] [--limit N]` prints how well counts are read.

Stories of shootings: killed and injured exact beside a regular expression in the same run. MUC-4: how many of the
victims' numbers of a document are among its counts. Half 0 of the stories and MUC's dev file were looked at.
"""

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from extractors.dates import read_times
from extractors.language.pipeline import load_pipeline
from extractors.quantities import find_quantities
from tests.quality.capitals import true_case
from tests.quality.gva_stories import article_of, load_stories, naive_victims, victims

_HARMED = ("DEATH", "INJURY")


def muc_numbers(template: dict[str, object]) -> Iterator[int]:
    """Numbers of two and more that a template gives for people who died, were hurt or were abducted."""
    slots = template["slots"]
    assert isinstance(slots, dict)
    effects = {_words(each): each.split(":")[0] for slot in slots.get("HUM TGT: EFFECT OF INCIDENT", ())
               for each in slot["alt"]}  # fmt: skip
    kinds = {each for slot in slots.get("INCIDENT: TYPE", ()) for each in slot["alt"]}
    for slot in slots.get("HUM TGT: NUMBER", ()):
        match = re.match(r"~?(\d+) ?-?:", slot["alt"][0])
        effect = effects.get(_words(slot["alt"][0]))
        harmed = effect in _HARMED or (effect is None and "KIDNAPPING" in kinds)
        if match and int(match[1]) >= 2 and harmed and not slot["optional"]:
            yield int(match[1])


def _words(filler: str) -> str:
    return filler.partition(":")[2].strip()


def measure_muc(path: Path, *, show: bool = False) -> tuple[int, int]:
    """How many of the file's numbers were found, and how many there are."""
    found = total = 0
    pipeline = load_pipeline()
    for row in map(json.loads, path.read_text().splitlines()):
        wanted = {number for template in row["templates"] for number in muc_numbers(template)}
        if not wanted:
            continue
        paragraphs = [" ".join(part.split()) for part in re.split(r"\n\s*\n", true_case(row["text"])) if part.strip()]
        parsed = pipeline.parse(article_of(row["id"], paragraphs, None))
        people = (each for each in find_quantities(parsed, read_times(parsed)) if each.count_type is not None)
        values = {value for each in people for value in (each.lower, each.upper)}
        found, total = found + len(wanted & values), total + len(wanted)
        if show and wanted - values:
            print(row["id"], "missed", wanted - values, "found", values)  # noqa: T201
    return found, total


def measure_stories(gold: Path, *, half: int | None, limit: int | None) -> dict[str, float]:
    """Shares of stories with killed, injured and both exact, for us and for the baseline; milliseconds a sentence."""
    pipeline = load_pipeline()
    hits = dict.fromkeys(("killed", "injured", "both", "regex_killed", "regex_injured", "regex_both"), 0)
    spent = parsing = 0.0
    sentences = 0
    stories = load_stories(gold, half=half, limit=limit)
    for story in stories:
        begin = time.perf_counter()
        parsed = pipeline.parse(story.article)
        middle = time.perf_counter()
        ours = victims(find_quantities(parsed, read_times(parsed)))
        spent, parsing = spent + time.perf_counter() - middle, parsing + middle - begin
        sentences += len(parsed.sentences)
        for prefix, counts in (("", ours), ("regex_", naive_victims(parsed))):
            hits[f"{prefix}killed"] += counts[0] == story.killed
            hits[f"{prefix}injured"] += counts[1] == story.injured
            hits[f"{prefix}both"] += counts == (story.killed, story.injured)
    shares = {name: count / len(stories) for name, count in hits.items()}
    return {"stories": len(stories), **shares, "times_the_regex": shares["both"] / max(shares["regex_both"], 0.001),
            "ms_per_sentence": 1000 * spent / sentences, "share_of_parse": spent / parsing}  # fmt: skip


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--half", type=int, choices=(0, 1))
    parser.add_argument("--limit", type=int)
    parser.add_argument("--show", action="store_true", help="print what was missed")
    options = parser.parse_args(argv)
    lines = []
    for name in ("dev", "tst1", "tst2"):
        found, total = measure_muc(options.gold / f"dev/muc4/{name}.jsonl", show=options.show)
        lines.append(f"muc4 {name}: recall {found / total:.3f} ({found} of {total} victims' numbers)")
    figures = measure_stories(options.gold, half=options.half, limit=options.limit)
    lines += [f"gva {name}: {value:.3f}" for name, value in figures.items()]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
