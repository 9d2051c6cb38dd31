"""Print the lexicon examples that fail: `python -m tests.quality.lexicon_examples [FILE.toml …]`."""

import sys
from collections import Counter

from extractors.coding.examples import failures
from extractors.coding.lexicon import load_lexicon
from extractors.language.pipeline import load_pipeline


def main() -> int:
    """Check all files, or those named, and return 1 when an example fails."""
    lexicon = load_lexicon()
    wanted = {name.rsplit("/", 1)[-1] for name in sys.argv[1:]}
    senses = [sense for sense in lexicon.senses if not wanted or sense.source in wanted]
    found = failures(senses, lexicon, load_pipeline())
    sys.stdout.write("".join(f"{line}\n" for line in found))
    counts = Counter(sense.event_type for sense in lexicon.senses)
    sys.stderr.write(
        f"{len(senses)} senses checked of {len(lexicon.senses)}, {len(found)} examples fail; {dict(counts)}\n"
    )
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
