"""Words that recur stay known to the tokenizer.

In a memory zone, which keeps memory flat, spaCy's tokenizer remembers nothing: it would take "the" apart at each of its
thousand places. So words that recur are shown to it outside, as many as it remembers.
"""

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from spacy.language import Language

MOST = 8_000
"""Words remembered; the tokenizer stops at 10,000. They take 5 MB."""


class Familiar:
    """What one model's tokenizer remembers."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp
        self._known: set[str] = set()
        self._before: set[str] = set()

    def meet(self, texts: Iterable[str]) -> None:
        """Remember words that stand twice in these texts, or once in these and once in those met before; most first."""
        counted = Counter(chain.from_iterable(map(str.split, texts)))
        recurring = [
            word
            for word, times in counted.most_common()
            if word not in self._known and (times > 1 or word in self._before)
        ]
        fresh = recurring[: MOST - len(self._known)]
        if fresh:
            self._nlp.make_doc(" ".join(fresh))
            self._known.update(fresh)
        self._before = counted.keys() - self._known
