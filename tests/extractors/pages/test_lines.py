"""What a single line is, told from its form: positives, and the sentences that only look like one."""

from datetime import date

import pytest

from extractors.pages.lines import is_card, is_furniture, is_tail, picture, sign_off, split_sign_off
from extractors.pages.published import DateLine, date_line, timestamp, title_suffix


@pytest.mark.parametrize(
    ("line", "desk", "agencies"),
    [
        ("rs, es/kms, se (AFP, Reuters, dpa)", ("rs", "es", "kms", "se"), ("AFP", "Reuters", "dpa")),
        ("ls/jm (AP, Reuters, AFP, dpa)", ("ls", "jm"), ("AP", "Reuters", "AFP", "dpa")),
        ("mkg (dpa)", ("mkg",), ("dpa",)),
        ("AB/cd (Lusa, own sources)", ("AB", "cd"), ("Lusa", "own sources")),
        ("(AFP, dpa)", (), ("AFP", "dpa")),
        ("zc/rt", ("zc", "rt"), ()),
        ("zc/rt with AP and Reuters", ("zc", "rt"), ("AP", "Reuters")),
    ],
)
def test_sign_offs_are_read(line: str, desk: tuple[str, ...], agencies: tuple[str, ...]) -> None:
    signed = sign_off(line)
    assert signed is not None
    assert (signed.desk, signed.agencies) == (desk, agencies)


@pytest.mark.parametrize(
    "line",
    [
        "He said so (twice)",
        "Assad (Syria)",
        "The EU (European Union)",
        "Who pays?",
        "In Berlin",
        "A (B)",
        "NATO (Brussels)",
    ],
)
def test_words_before_brackets_are_no_sign_off(line: str) -> None:
    assert sign_off(line) is None


def test_a_sign_off_at_the_end_of_a_paragraph_is_split_off() -> None:
    text, signed = split_sign_off("Talks go on in May. rs/kms (AFP, dpa)")
    assert text == "Talks go on in May."
    assert signed is not None
    assert signed.agencies == ("AFP", "dpa")
    assert split_sign_off("The union (UGTT) agreed. Its head (Taboubi)")[1] is None


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Image: picture-alliance/Photoshot", None, "picture-alliance/Photoshot"),
        ("Rebels left on MondayImage: AFP/A. Name", "Rebels left on Monday", "AFP/A. Name"),
        ("Rebels left. Image: AFP", "Rebels left.", "AFP"),
        ("Der Hafen am AbendBild: dpa", "Der Hafen am Abend", "dpa"),
    ],
)
def test_captions_and_credits_are_told_apart(line: str, caption: str | None, credit: str) -> None:
    shown = picture(line)
    assert shown is not None
    assert (shown.caption, shown.credit) == (caption, credit)


@pytest.mark.parametrize("line", ["He spoke of an Image: nobody knew why.", "The image was false.", "Images of war"])
def test_sentences_about_images_are_no_credit(line: str) -> None:
    assert picture(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Read more: A story", "Also read: A story", "Watch video 02:17", "Video ansehen 01:44", "Audio anhören 05:30",
        "Advertisement", "https://p.dw.com/p/4OHvZ", "Infografik Syrien Aleppo", "More to follow...", "Page 1 of 3",
        "This live updates article has been closed.", "Edited by: Sam Ple", "Skip next section What you need to know",
        "ConflictsMarch 2, 202302:46 min", "Politics2 hours ago", "Every day, DW's editors send out a selection.",
    ],
)  # fmt: skip
def test_furniture_is_known_by_its_form(line: str) -> None:
    assert is_furniture(line)


@pytest.mark.parametrize(
    "line",
    [
        "Background: The two countries have fought since 1988.", "Maps showed that the river had moved.",
        "The video was published on Monday.", "Share prices fell on Friday.", "Every day, ten trucks cross the border.",
        "He told reporters to read more books about the war before they asked.", "Police print shops were searched.",
        "Related attacks in the north killed two soldiers on Sunday.", "Conflicts",
    ],
)  # fmt: skip
def test_sentences_that_begin_alike_are_text(line: str) -> None:
    assert not is_furniture(line)
    assert not is_tail(line)


@pytest.mark.parametrize(
    "line",
    ["Explore more", "Skip next section Related topics", "DW recommends", "Related Subjects Zambia", "Mehr zum Thema",
     "Nächsten Abschnitt Mehr zum Thema überspringen", "Go to homepage", "Date 28.04.2017"],
)  # fmt: skip
def test_the_tail_begins_at_its_heads(line: str) -> None:
    assert is_tail(line)


def test_a_dated_sentence_is_no_card() -> None:
    assert not is_card("Fighting began on March 2, 2023.")


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("December 7, 2016", DateLine(published=date(2016, 12, 7))),
        ("7. Dezember 2016", DateLine(published=date(2016, 12, 7))),
        ("30.01.202430. Januar 2024", DateLine(published=date(2024, 1, 30))),
        ("08/15/2023", DateLine(published=date(2023, 8, 15))),
        ("Published D", None),
        (
            "Published December 28, 2023last updated December 29, 2023",
            DateLine(published=date(2023, 12, 28), modified=date(2023, 12, 29)),
        ),
        ("13 minutes ago", DateLine(published=None)),
        ("20 minutes ago20 minutes ago", DateLine(published=None)),
        ("vor 13 Minuten", DateLine(published=None)),
        ("Ann ExampleJanuary 3, 2009", DateLine(published=date(2009, 1, 3), author="Ann Example")),
        ("DW staff / DPA (kh)May 23, 2007", DateLine(published=date(2007, 5, 23), author="DW staff / DPA (kh)")),
        ("The truce of December 7, 2016", None),
        ("February 30, 2020", DateLine(published=None)),
        ("On December 7, 2016 the army entered the city.", None),
    ],
)
def test_date_lines_are_read(line: str, read: DateLine | None) -> None:
    assert date_line(line) == read


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("Rebels leave | News | DW | 28.04.2017", ("Rebels leave", date(2017, 4, 28))),
        ("Rebels leave | DW | 28.04.2017", ("Rebels leave", date(2017, 4, 28))),
        ("Rebels leave – DW – 08/15/2023", ("Rebels leave", date(2023, 8, 15))),
        ("Rebels leave – DW – 30.01.2024", ("Rebels leave", date(2024, 1, 30))),
        ("Rebels leave – and return – DW – 30.01.2024", ("Rebels leave – and return", date(2024, 1, 30))),
        ("Rebels leave | DW", ("Rebels leave", None)),
        ("Rebels leave", ("Rebels leave", None)),
        ("DW | 28.04.2017", ("DW | 28.04.2017", None)),
    ],
)
def test_title_suffixes_are_read(title: str, read: tuple[str, date | None]) -> None:
    assert title_suffix(title) == read


@pytest.mark.parametrize("text", [None, "", "soon", "2024-13-01", "x" * 50])
def test_what_is_no_timestamp_stays_unknown(text: str | None) -> None:
    assert timestamp(text) is None
