"""The lexicon: its own examples hold, and an entry that could not mean what it says is refused by file and id."""

from pathlib import Path

import pytest

from extractors.coding.examples import failures
from extractors.coding.lexicon import load_lexicon
from extractors.errors import UsageError
from extractors.language.pipeline import load_pipeline

ENTRY = """
[[sense]]
id = "assault.shell"
lemma = "shell"
pos = "verb"
type = "ASSAULT"
mode = "heavy-weapons"
actor = ["subject"]
recipient = ["object"]
positive = ["The army shelled the village."]
"""


def lexicon_of(folder: Path, text: str) -> Path:
    (folder / "some.toml").write_text(text, encoding="utf-8")
    return folder


def test_every_example_of_the_lexicon_does_what_its_entry_says() -> None:
    lexicon = load_lexicon()
    assert failures(lexicon.senses, lexicon, load_pipeline()) == []


def test_the_lexicon_is_broad_and_covers_all_types() -> None:
    senses = load_lexicon().senses
    assert len(senses) >= 1500
    assert len({sense.event_type for sense in senses}) == 16


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        pytest.param(('"ASSAULT"', '"ATTACK"'), "'type' is 'ATTACK'", id="unknown type"),
        pytest.param(('"heavy-weapons"', '"cannon"'), "ASSAULT has no mode 'cannon'", id="unknown mode"),
        pytest.param(('["object"]', '["victim"]'), "unknown slot 'victim'", id="unknown slot"),
        pytest.param(('["object"]', '["prep"]'), "only prep takes prepositions", id="preposition missing"),
        pytest.param(('pos = "verb"', 'pos = "verb"\nneeds = ["object:@nobody"]'), "class @nobody", id="unknown class"),
        pytest.param(
            ('pos = "verb"', 'pos = "verb"\nneeds = ["object:#tall"]'), "unknown test #tall", id="unknown test"
        ),
        pytest.param(
            ('pos = "verb"', 'pos = "verb"\nblocks = ["topic:food"]'), "unknown topic 'food'", id="unknown topic"
        ),
        pytest.param(('pos = "verb"', 'pos = "verb"\ncolour = "red"'), "unknown field 'colour'", id="unknown field"),
        pytest.param(('pos = "verb"', 'pos = "verb"\nstatus = "maybe"'), "'status' is 'maybe'", id="unknown status"),
        pytest.param(
            ('pos = "verb"', 'pos = "verb"\ncontexts = ["war"]'), "unknown context 'war'", id="unknown context"
        ),
        pytest.param(('"shell"', '"Shell"'), "lower-case word", id="lemma in capitals"),
        pytest.param(('positive = ["The army shelled the village."]', ""), "at least one positive", id="no example"),
        pytest.param(("[[sense]]", "[sense]"), "two brackets", id="single brackets"),
        pytest.param(("[[sense]]", "[[senses]]"), "unknown table 'senses'", id="unknown table"),
        pytest.param(('id = "assault.shell"', "id ="), "not valid TOML", id="broken file"),
    ],
)
def test_a_wrong_entry_is_refused(tmp_path: Path, change: tuple[str, str], complaint: str) -> None:
    with pytest.raises(UsageError, match=r"some\.toml") as caught:
        load_lexicon(lexicon_of(tmp_path, ENTRY.replace(*change)))
    assert complaint in str(caught.value)


def test_the_same_id_twice_is_refused_with_both_files(tmp_path: Path) -> None:
    (tmp_path / "first.toml").write_text(ENTRY, encoding="utf-8")
    with pytest.raises(UsageError, match=r"some\.toml: sense 'assault\.shell' is already defined in first\.toml"):
        load_lexicon(lexicon_of(tmp_path, ENTRY))


def test_a_class_that_contains_itself_is_refused(tmp_path: Path) -> None:
    (tmp_path / "classes.toml").write_text('[classes]\na = ["@b"]\nb = ["@a"]\n', encoding="utf-8")
    with pytest.raises(UsageError, match="circular"):
        load_lexicon(tmp_path)


def test_the_sense_with_more_needs_is_tried_first(tmp_path: Path) -> None:
    narrow = ENTRY.replace("assault.shell", "assault.shell.town").replace("[[sense]]", "").strip()
    text = f'{ENTRY}\n[[sense]]\n{narrow}\nneeds = ["object:town"]\n'
    senses = load_lexicon(lexicon_of(tmp_path, text)).readings("shell")
    assert [sense.id for sense in senses] == ["assault.shell.town", "assault.shell"]
