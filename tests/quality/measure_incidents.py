"""`python -m tests.quality.measure_incidents --gold DIR [--limit N]` prints how well reports of one act are joined.

Stories of US shootings are read in the order they were published, appended to a warehouse a batch at a time and
published after each. Two stories tell one incident when an ASSAULT of each lies in the same group. B-cubed, CoNLL F1
and pairs joined rightly and wrongly, beside two baselines: nothing joined, one incident per day, place and type.
"""

import argparse
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from extractors import EXTRACTOR_VERSION
from extractors.extract import code_article, load_resources
from extractors.model import Extraction
from tests.quality.clusters import b_cubed, conll, pairs
from tests.quality.gva_stories import article_of
from warehouse import read
from warehouse.batches import Batch
from warehouse.store import Warehouse

BATCH = 200
_REPORTS = """
SELECT document, incident_id, event_date, event_date_end, lower(place_name)
FROM incident_reports WHERE event_type = 'ASSAULT'
"""


def stories(gold: Path, limit: int | None) -> list[tuple[str, Extraction]]:
    """Each story in the order of publication with the incident it is known to tell."""
    rows = [json.loads(line) for line in (gold / "dev/gva/documents.jsonl").read_text().splitlines()]
    rows.sort(key=lambda row: (row["dct"], row["doc_id"]))
    resources = load_resources()
    told = []
    for row in rows[:limit]:
        paragraphs = [part.strip() for part in row["text"].split("\n\n") if part.strip()]
        article = article_of(row["doc_id"], [row["title"], *paragraphs], date.fromisoformat(row["dct"]))
        told.append((row["incident_id"], code_article(article, resources)))
    return told


def joined(names: Sequence[str], keys: Iterable[tuple[str, Hashable]]) -> list[int]:
    """Cluster the named things: those that share a key, directly or through others, get one number."""
    head = {name: name for name in names}

    def root(name: str) -> str:
        while head[name] != name:
            name = head[name]
        return name

    holders: dict[Hashable, str] = {}
    for name, key in keys:
        head[root(name)] = root(holders.setdefault(key, name))
    numbers = {name: number for number, name in enumerate(names)}
    return [numbers[root(name)] for name in names]


def grouped(
    told: Sequence[tuple[str, Extraction]], folder: Path
) -> list[tuple[str, UUID, date | None, date | None, str]]:
    """Append the stories as they came, publishing after each batch, and give the reports of assaults."""
    warehouse = Warehouse(folder / "stories.duckdb")
    run = warehouse.start_run("measure", extractor_version=EXTRACTOR_VERSION)
    for first in range(0, len(told), BATCH):
        some = tuple(extraction for _, extraction in told[first : first + BATCH])
        warehouse.append(Batch(source="gva", window=str(first), run_id=run, extractions=some))
        warehouse.publish()
    return list(read.query(warehouse.path, _REPORTS).rows)  # type: ignore[arg-type]


def measure(gold: Path, limit: int | None) -> str:
    """The figures as text."""
    told = stories(gold, limit)
    with TemporaryDirectory() as folder:
        reports = grouped(told, Path(folder))
    names = [extraction.article.document for _, extraction in told if extraction.article]
    truth = [incident for incident, extraction in told if extraction.article]
    same_day = ((document, (day, place)) for document, _, day, last, place in reports if day and day == last and place)
    ways = {
        "none joined": list(range(len(names))),
        "one per day, place and type": joined(names, same_day),
        "incidents": joined(names, ((document, incident) for document, incident, *_ in reports)),
    }
    possible = sum(n * (n - 1) // 2 for n in Counter(truth).values())
    lines = [f"{len(names)} stories of {len(set(truth))} incidents, {possible} pairs to be joined"]
    for way, found in ways.items():
        precision, recall, f1 = b_cubed(truth, found)
        right, wrong = pairs(truth, found)
        lines.append(
            f"{way}: B-cubed P {precision:.3f} R {recall:.3f} F1 {f1:.3f}, CoNLL F1 {conll(truth, found):.3f}, "
            f"pairs joined rightly {right}, wrongly {wrong}"
        )
    return "\n".join(lines) + "\n"


def main(argv: Sequence[str] | None = None) -> int:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--limit", type=int, help="the first N stories by day")
    options = parser.parse_args(argv)
    sys.stdout.write(measure(options.gold, options.limit))
    return 0


if __name__ == "__main__":
    sys.exit(main())
