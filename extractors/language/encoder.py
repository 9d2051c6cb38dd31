"""The network that reads words in their sentence, computed as thinc computes it but nothing twice.

What a word alone gives depends on its spelling, so it is made once for each spelling and kept. The layers behind it
work on some hundred words at a time, which stay in the processor's cache, and choose among pieces that lie together.
"""

import re
from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from spacy.vocab import Vocab
from thinc.api import Model, NumpyOps

Floats: TypeAlias = NDArray[np.float32]

KNOWN = re.compile(
    r"extract_features>>list2ragged>>with_array\(ints-getitem>>hashembed(?:\|ints-getitem>>hashembed)*\)"
    r"(?:\|static_vectors)?>>with_array\(maxout>>layernorm>>dropout\)>>ragged2list"
    r">>with_array\((?:(?:>>)?residual\(expand_window>>maxout>>layernorm>>dropout\))+\)"
)
"""How thinc writes the networks that are understood here: spaCy's MultiHashEmbed and MaxoutWindowEncoder."""
SPELLINGS = 8_192
"""Kept at a time, 4 MB with a width of 128, twice what thirty articles hold; then all are forgotten."""
WORDS = 512
"""Worked on at a time: their 786 kB fit into the cache of one core."""
FEWEST = 16
"""Rows multiplied at a time: below that libraries take ways of their own, whose last digits differ."""


class Encoder:
    """A vector for each word of each text, as the model's `predict` gives it. For one thread at a time."""

    def __init__(self, model: Model[Any, Any], vocab: Vocab) -> None:
        embed, encode = model.layers
        self._spellings = Spellings(embed, vocab)
        self._pad: int = encode.attrs["pad"]
        self._width: int = encode.get_dim("nO")
        maxouts, norms = _named(encode, "maxout"), _named(encode, "layernorm")
        self._layers = [Layer(*pair) for pair in zip(maxouts, norms, strict=True)]

    def __call__(self, docs: Sequence[Doc]) -> list[Floats]:
        """One array for each text."""
        lengths = np.array([len(doc) for doc in docs])
        rows = self._spellings.rows(docs)
        ends = np.cumsum(lengths)
        places = np.arange(len(rows)) + self._pad * np.repeat(np.arange(1, len(docs) + 1), lengths)
        read = np.empty((len(rows), self._width), dtype=np.float32)
        first = 0
        while first < len(docs):
            begin = ends[first] - lengths[first]
            last = max(first + 1, int(np.searchsorted(ends, begin + WORDS, side="right")))
            some = slice(begin, ends[last - 1])
            own = places[some] - self._pad * first - begin
            padded = np.zeros(ends[last - 1] - begin + self._pad * (last - first + 1), dtype=np.intp)
            padded[own] = rows[some]
            vectors = self._spellings.table[padded]
            for layer in self._layers:
                vectors = layer(vectors)
            read[some] = vectors[own]
            first = last
        return np.split(read, ends[:-1])


class Spellings:
    """What each spelling gives alone, made when it is first met; row 0 of the table is nothing."""

    def __init__(self, embed: Model[Any, Any], vocab: Vocab) -> None:
        (features,) = _named(embed, "extract_features")
        (self._mix,) = (node for node in embed.layers if node.name == "with_array(maxout>>layernorm>>dropout)")
        (self._hashes,) = (node for node in embed.walk() if node.name.startswith("with_array(ints-getitem>>"))
        self._static = next(iter(_named(embed, "static_vectors")), None)
        self._vectors: Any = vocab.vectors
        self._columns = [getattr(self._vectors, "attr", "ORTH"), *features.attrs["columns"]]
        self._known: dict[bytes, int] = {}
        self.table: Floats = np.zeros((SPELLINGS + 1, self._mix.get_dim("nO")), dtype=np.float32)

    def rows(self, docs: Sequence[Doc]) -> NDArray[np.intp]:
        """Where in the table the words of all texts stand; what was said before of rows is void."""
        features = np.concatenate([doc.to_array(self._columns).reshape(len(doc), len(self._columns)) for doc in docs])
        spelled: list[bytes] = features.view(f"V{features.itemsize * features.shape[1]}").ravel().tolist()
        rows = list(map(self._known.get, spelled))
        if None in rows:
            self._meet(features, spelled)
            rows = list(map(self._known.get, spelled))
        return np.array(rows, dtype=np.intp)

    def _meet(self, features: NDArray[np.uint64], spelled: list[bytes]) -> None:
        if len(self._known) + len(set(spelled) - self._known.keys()) >= len(self.table):
            self._known.clear()
        fresh = {each: place for place, each in enumerate(spelled) if each not in self._known}
        begin, end = len(self._known) + 1, len(self._known) + 1 + len(fresh)
        if end > len(self.table):
            self.table = np.zeros((end, self.table.shape[1]), dtype=np.float32)
        self.table[begin:end] = self._make(features[list(fresh.values())])
        self._known.update(zip(fresh, range(begin, end), strict=True))

    def _make(self, features: NDArray[np.uint64]) -> Floats:
        wanted = len(features)
        features = np.resize(features, (max(wanted, FEWEST), features.shape[1]))
        parts = [self._hashes.predict(features[:, 1:])]
        if self._static is not None:
            rows = self._vectors.find(keys=features[:, 0].copy())
            weights: Any = self._static.get_param("W")
            parts.append(self._static.ops.gemm(self._vectors.data[rows], weights, trans2=True))
            parts[-1][rows < 0] = 0
        mixed: Floats = self._mix.predict(np.hstack(parts))
        return mixed[:wanted]


class Layer:
    """A word with its neighbours: the best of some pieces, brought to one scale and added to what the word was."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        weights: Any = maxout.get_param("W")
        bias: Any = maxout.get_param("b")
        self._width, self._pieces, size = weights.shape
        self._weights = np.ascontiguousarray(weights.swapaxes(0, 1)).reshape(-1, size).T
        self._bias = np.ascontiguousarray(bias.T).ravel()
        self._scale: Any = norm.get_param("G")
        self._shift: Any = norm.get_param("b")

    def __call__(self, words: Floats) -> Floats:
        """The words after this layer, the first and the last with nothing beside them."""
        width = self._width
        windows = np.zeros((len(words), 3 * width), dtype=np.float32)
        windows[1:, :width] = words[:-1]
        windows[:, width : 2 * width] = words
        windows[:-1, 2 * width :] = words[1:]
        pieces = np.dot(windows, self._weights)
        pieces += self._bias
        best: Floats = pieces[:, :width].copy()
        for piece in range(1, self._pieces):
            np.maximum(best, pieces[:, piece * width : (piece + 1) * width], out=best)
        best -= best.mean(axis=1, keepdims=True)
        best *= (np.square(best).mean(axis=1, keepdims=True) + 1e-08) ** (-1.0 / 2.0)
        best *= self._scale
        best += self._shift
        best += words
        return best


def encoder_for(model: object, vocab: Vocab) -> Encoder | None:
    """An encoder that computes what the model computes; None where it is of another kind or runs on other machinery."""
    if not isinstance(model, Model) or not KNOWN.fullmatch(model.name) or len(model.layers) != 2:
        return None
    if any(type(node.ops) is not NumpyOps for node in model.walk()):
        return None
    if any(node.attrs["window_size"] != 1 for node in _named(model, "expand_window")):
        return None
    if _named(model, "static_vectors") and getattr(vocab.vectors, "mode", None) != "default":
        return None
    return Encoder(model, vocab)


def _named(model: Model[Any, Any], name: str) -> list[Model[Any, Any]]:
    """The parts of this name, first to last."""
    return [node for node in model.walk(order="dfs_pre") if node.name == name]
