"""What kinds of name a word can be, and what of that reaches the word features."""

import pytest

from extractors.language.training.known_names import LIST, kinds_of_words, known_names
from extractors.language.training.vectors import WordLists, features_of, make_vectors, spellings

LISTS = WordLists(
    clusters={"goma": 5, "the": 3, "walk": 9},
    log_probs={"the": -1.0, "walk": -5.0, "goma": -9.0},
    index={"noun": frozenset({"walk"}), "verb": frozenset({"walk"})},
    exceptions={},
    rules={},
)


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        ("Angela", "given"),
        ("Obama", "family"),
        ("Nigeria", "country"),
        ("Malian", "nation"),
        ("Lagos", "city1"),
        ("Reuters", "organization"),
        ("Liberation", "organizationpart"),
    ],
)
def test_a_word_has_its_kinds(word: str, kind: str) -> None:
    assert kind in kinds_of_words()[word]


def test_the_list_says_where_it_comes_from_and_holds_plain_names() -> None:
    assert "MIT" in LIST.read_text(encoding="utf-8")[:600]
    assert {"cities", "given", "family", "organizations"} <= set(known_names())
    assert all(name == name.strip() for names in known_names().values() for name in names)
    assert not [word for word in kinds_of_words() if " " in word or "-" in word]


def test_a_name_has_a_row_even_where_the_word_lists_lack_it() -> None:
    words = spellings(LISTS, 6, ["Erbil", "Goma"])
    assert words["Erbil"] == 0
    assert words["Goma"] == 5


def test_what_few_words_agree_in_is_described_with_less_detail() -> None:
    words = {"walk": 9, "Aminata": 0, "Fatoumata": 0}
    assert features_of(words, LISTS, 1)["walk"].forms == {"noun", "verb"}
    assert features_of(words, LISTS, 2)["walk"].forms == frozenset()


def test_names_of_one_kind_share_a_row() -> None:
    vectors = make_vectors(LISTS, seed=0, keys=3).vocab.vectors
    assert vectors.shape[0] < len(kinds_of_words()) / 20
