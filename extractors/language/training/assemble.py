"""Put the trained parts together as one folder that loads alone, without what only training needed."""

import json
from collections.abc import Container
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.lookups import Lookups, load_lookups
from spacy.util import load_config

from extractors.language.training.vectors import WordLists, make_vectors

NAME = "eventwire_en"
VERSION = "1.2.0"
CONTRACTIONS = {
    "be": "am is are was were been being be 's 'm 're ’s ’m ’re ai",
    "have": "has had have having 've ’ve",
    "do": "do does did doing done",
    "would": "'d ’d",
    "will": "'ll ’ll wo",
    "can": "ca",
    "get": "got gets",
}
"""Auxiliaries by lemma; WordNet has no auxiliaries, so without them 6 in 10 get a wrong lemma."""
SOURCES: tuple[tuple[str, str], ...] = (
    ("Universal Dependencies English EWT", "CC BY-SA 4.0"),
    ("GUM: academic, bio, interview, news, speech, textbook, voyage", "CC BY 4.0; texts as in ATTRIBUTION.md"),
    ("Universal NER English-EWT, development part", "CC BY-SA 4.0"),
    ("News sentences written for eventwire", "CC BY-SA 4.0"),
    ("WikiGold", "CC BY 4.0"),
    ("CrossNER without CoNLL-2003", "MIT; sentences from Wikipedia, CC BY-SA"),
    ("spacy-lookups-data 1.0.5: lemma tables (WordNet 3.0), Brown clusters, word probabilities", "MIT; WordNet 3.0"),
    ("Faker 40.63.0: given and family names", "MIT"),
    ("GeoNames: names of towns and divisions", "CC BY 4.0"),
)


def assemble(parser: Path, ner: Path, lists: WordLists, out: Path, *, seed: int) -> Language:
    """Write the whole pipeline to `out` and return it as it loads from there."""
    nlp = spacy.load(ner)
    source = spacy.load(parser)
    for name in source.pipe_names:
        nlp.add_pipe(name, source=source, before="ner")
    nlp.vocab.vectors = make_vectors(lists, seed=seed).vocab.vectors
    lemmatizer = nlp.add_pipe("lemmatizer", config={"mode": "rule"}, after="parser")
    lemmatizer.initialize(lookups=lemma_tables(lists.log_probs))  # type: ignore[attr-defined]
    nlp.meta.update(
        name=NAME,
        version=VERSION,
        description="Small English pipeline for news: UD trees, lemmas and names, from openly licensed corpora",
        author="eventwire",
        license="CC BY-SA 4.0",
        sources=[{"name": name, "license": licence} for name, licence in SOURCES],
        performance={},
    )
    nlp.to_disk(out)
    forget_paths(out / "config.cfg")
    strings = out / "vocab" / "strings.json"
    strings.write_text(json.dumps(sorted(needed_strings(nlp)), ensure_ascii=False), encoding="utf-8")
    return spacy.load(out)


def forget_paths(config_file: Path) -> None:
    """Take out where the training files lay: a loaded model needs none of them, and the path is of one machine."""
    config = load_config(config_file, interpolate=False)
    config["paths"] = dict.fromkeys(config["paths"])
    config.to_disk(config_file, interpolate=False)


def lemma_tables(seen: Container[str]) -> Lookups:
    """WordNet's lemma tables for words that are seen at all, with auxiliaries, and without "need" becoming "nee"."""
    tables = load_lookups("en", ["lemma_rules", "lemma_index", "lemma_exc"])
    exceptions, index, rules = (tables.get_table(name) for name in ("lemma_exc", "lemma_index", "lemma_rules"))
    verbs: dict[str, Any] = dict(exceptions["verb"])
    for verb in index["verb"]:
        if verb.endswith(("ed", "ing", "s", "en")):
            verbs.setdefault(verb, [verb])
    exceptions["verb"] = verbs
    for kind in list(index):
        index[kind] = [word for word in index[kind] if word in seen]
    exceptions["aux"] = {form: [lemma] for lemma, forms in CONTRACTIONS.items() for form in forms.split()}
    exceptions["part"] = {"n't": ["not"], "n’t": ["not"]}
    for kind, words in (("aux", ["be", "have", "do"]), ("part", ["not", "to"])):
        index[kind], rules[kind] = words, []
    return tables


def needed_strings(nlp: Language) -> set[str]:
    """The strings that the pipeline's own tables refer to; those of the training corpora would be 1 MB more."""
    needed = set(spacy.blank("en").vocab.strings)
    needed |= {"TAG", "POS", "DEP", "MORPH", "ROOT", "PER", "ORG", "LOC"}
    needed |= {"lemma_rules", "lemma_index", "lemma_exc", "lemma_lookup"}
    needed |= set("aux part verb noun adj adv adp det pron num punct propn sconj cconj intj x sym".split())  # noqa: SIM905
    for name, pipe in nlp.pipeline:
        needed |= {str(label) for label in getattr(pipe, "labels", ())}
        if name in ("parser", "ner"):
            for move in pipe.move_names:  # type: ignore[attr-defined]
                needed |= {move, move.split("-", 1)[-1]}
        if name == "morphologizer":
            for features in pipe.cfg["labels_morph"].values():  # type: ignore[attr-defined]
                needed |= {features, *features.split("|"), *features.replace("|", "=").split("=")}
            needed |= set(pipe.cfg["labels_pos"])  # type: ignore[attr-defined]
    return needed
