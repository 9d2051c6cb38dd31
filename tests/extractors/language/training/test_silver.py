"""Names for a treebank without any: gold tags give the words, the recognizer and the majority give the kind."""

import spacy
from spacy.language import Language

from extractors.language.training.conllu import Tree, Word
from extractors.language.training.named import Named
from extractors.language.training.silver import silver_docs


def make_tree(*rows: tuple[str, str, str, int]) -> Tree:
    words = tuple(
        Word(form=form, upos="X", xpos=tag, feats="", lemma=form, head=head, dep=dep, misc="", space_after=True)
        for form, tag, dep, head in rows
    )
    return Tree(document="d", sent_id="s", words=words)


def recognizer(*patterns: tuple[str, str]) -> Language:
    """A recognizer that knows just these names."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": text} for text, label in patterns])  # type: ignore[attr-defined]
    return nlp


def marks(tree: Tree, nlp: Language, known: list[Named]) -> dict[str, str]:
    """Word to kind; `open` where neither a name nor no name is said."""
    (doc,) = silver_docs([tree], nlp, known)
    return {token.text: token.ent_type_ or ("open" if token.ent_iob == 0 else "-") for token in doc}


SAID = make_tree(
    ("Amina", "NNP", "nsubj", 2),
    ("Diallo", "NNP", "flat", 0),
    ("told", "VBD", "ROOT", 2),
    ("Enron", "NNP", "obj", 2),
    ("and", "CC", "cc", 5),
    ("Zork", "NNP", "conj", 3),
    ("on", "IN", "case", 7),
    ("Monday", "NNP", "obl", 2),
)


def test_a_part_of_a_name_is_completed_by_the_tree() -> None:
    found = marks(SAID, recognizer(("Amina", "PER")), [])
    assert (found["Amina"], found["Diallo"], found["told"]) == ("PER", "PER", "-")


def test_a_clear_majority_elsewhere_decides_and_the_rest_stays_open() -> None:
    enron = Named(("Enron",), (False,), ((0, 1, "ORG"),))
    found = marks(SAID, recognizer(("nobody", "PER")), [enron] * 3)
    assert (found["Enron"], found["Zork"], found["Monday"]) == ("ORG", "open", "-")


def test_a_doubtful_majority_decides_nothing() -> None:
    votes = [Named(("Enron",), (False,), ((0, 1, label),)) for label in ("ORG", "ORG", "PER")]
    assert marks(SAID, recognizer(("nobody", "PER")), votes)["Enron"] == "open"


def test_what_is_no_proper_noun_is_no_name() -> None:
    assert marks(SAID, recognizer(("told", "ORG")), [])["told"] == "-"
