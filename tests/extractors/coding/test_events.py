"""Who did what to whom, in sentences of our own."""

from dataclasses import replace
from datetime import date

import pytest

from extractors.coding.explain import free_text
from extractors.extract import code_article, load_resources
from tests.extractors.coding.coded import Codes, codes, events_of, extraction_of

RUS, UKR, DEU, USA = ("RUS", "GOV"), ("UKR", "GOV"), ("DEU", "GOV"), ("USA", "GOV")


@pytest.mark.parametrize(
    ("text", "kind", "actors", "recipients"),
    [
        pytest.param("Germany accused Russia of espionage.", "ACCUSE-allege", {DEU}, {RUS}, id="active"),
        pytest.param("Russia was accused of espionage by Germany.", "ACCUSE-allege", {DEU}, {RUS}, id="passive"),
        pytest.param("Germany and Ukraine condemned Russia.", "ACCUSE-disapprove", {DEU, UKR}, {RUS}, id="a list"),
        pytest.param(
            "Germany imposed sanctions on Russia and Belarus.", "SANCTION-None", {DEU}, {RUS, ("BLR", "GOV")},
            id="a light verb and two obliques",
        ),
        pytest.param(
            "Ukraine, which Russia has threatened with sanctions, asked for help.", "THREATEN-restrict", {RUS}, {UKR},
            id="relative clause",
        ),
        pytest.param(
            "Russian troops captured the town from Ukrainian forces.", "COERCE-seize", {("RUS", "MIL")},
            {("UKR", "MIL")}, id="taken from",
        ),
        pytest.param(
            "Russian airstrikes killed three civilians in Kharkiv.", "ASSAULT-aerial", {("RUS", "MIL")},
            {("UKR", "CVL")}, id="a deed stands for its doer",
        ),
        pytest.param(
            "Houthi shells killed three mourners in Taiz.", "ASSAULT-heavy-weapons", {("YEM", "REB")},
            {("YEM", "CVL")}, id="a weapon has an owner and gives the mode",
        ),
        pytest.param(
            "The African Union suspended Guinea's membership.", "SANCTION-withdraw", {("IGO", None)}, {("GIN", "GOV")},
            id="reached through a thing of theirs",
        ),
        pytest.param(
            "Germany condemned the killing of Ukrainian protesters.", "ACCUSE-disapprove", {DEU}, set(),
            id="who suffered is not who is blamed",
        ),
        pytest.param("Germany's chancellor met the US president.", "CONSULT-None", {DEU, USA}, set(), id="mutual"),
        pytest.param("Russia vetoed the resolution.", "REJECT-yield", {RUS}, set(), id="nobody to receive it"),
        pytest.param(
            "US President Joe Biden urged Russia to withdraw its troops.", "REQUEST-yield", {USA}, {RUS},
            id="control: who is asked",
        ),
        pytest.param(
            "Russia threatened to bomb Ukrainian cities.", "THREATEN-violence", {RUS}, {UKR},
            id="the threatened is named in the complement",
        ),
    ],
)  # fmt: skip
def test_parties(text: str, kind: str, actors: Codes, recipients: Codes) -> None:
    found = {f"{event.event_type}-{event.mode}": event for event in events_of(text)}
    assert kind in found
    assert codes(found[kind].actors) == actors
    assert codes(found[kind].recipients) == recipients


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The striker fired the ball past the keeper in the second half of the match.", id="sport"),
        pytest.param("Shares of the carmaker came under heavy attack on the stock market.", id="business"),
        pytest.param("The chancellor told reporters about her holiday.", id="telling is no event"),
        pytest.param("The storm attacked the coast with heavy rain and wind.", id="weather"),
        pytest.param("The actor died of a heart attack.", id="health"),
    ],
)
def test_no_event(text: str) -> None:
    assert events_of(text) == ()


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        pytest.param(
            '"If Ukraine does not surrender, we will attack its cities," Russia said.', "THREATEN-violence",
            "threatened", id="an attack held out by its doer",
        ),
        pytest.param("Germany said it will send aid to Ukraine.", "AGREE-None", "actual", id="a promise of aid"),
        pytest.param("The rebels said they will release the hostages.", "CONCEDE-None", "actual", id="will yield"),
        pytest.param("The rebels said they will not release the hostages.", "REJECT-yield", "actual", id="a refusal"),
        pytest.param("Germany said that Russia must end the war.", "REQUEST-yield", "actual", id="a demand with must"),
    ],
)  # fmt: skip
def test_what_is_uttered_is_the_act(text: str, kind: str, status: str) -> None:
    assert (kind, status) in {(f"{event.event_type}-{event.mode}", event.status) for event in events_of(text)}


def test_the_source_of_a_claim_is_named_with_its_cue() -> None:
    (event,) = events_of("Rebels attacked a convoy near Timbuktu, the Defense Ministry said.")
    assert (event.attributed_to, event.attribution_cue, event.status) == ("the Defense Ministry", "said", "claimed")


@pytest.mark.parametrize(
    ("text", "source"),
    [
        pytest.param("Police detained 40 people, the rights group Memorial said.", "Memorial", id="a name"),
        pytest.param("Gunmen burned a bus and killed the driver, residents told DW.", "residents", id="told as well"),
    ],
)
def test_a_closing_speech_verb_names_the_source_of_all_before_it(text: str, source: str) -> None:
    assert {(event.attributed_to, event.status) for event in events_of(text)} == {(source, "claimed")}


def test_the_body_and_not_the_headline_says_who_says_so() -> None:
    article = free_text(
        "Rebels attack an army convoy\nRebels attacked an army convoy near Timbuktu on Monday, the army said.",
        date(2021, 6, 16),
    )
    title, body = article.blocks
    headed = replace(article, blocks=(replace(title, zone="title"), body))
    (event,) = code_article(headed, load_resources()).events
    assert (len(event.mentions), event.status, event.attributed_to) == (2, "claimed", "the army")


def test_a_quotation_that_runs_on_keeps_its_speaker() -> None:
    text = 'The army has lost many men, said Ahmed Saleh.\n"Our fighters captured the town."'
    (event,) = [event for event in events_of(text) if event.event_type == "COERCE"]
    assert event.attributed_to == "Ahmed Saleh"


def test_one_act_told_in_title_and_body_is_one_event_with_two_mentions() -> None:
    text = "Russia vetoes draft on Syria truce\nRussia vetoed the draft on a truce in Syria on Monday."
    (event,) = [event for event in events_of(text) if event.event_type == "REJECT"]
    assert sorted(mention.sentence for mention in event.mentions) == [0, 1]
    assert event.time.start is not None
    assert event.time.start.date() == date(2021, 6, 14)


def test_acts_of_two_days_stay_two_events() -> None:
    text = "Rebels attacked the town on Monday.\nRebels attacked the town again on Tuesday."
    assert len([event for event in events_of(text) if event.event_type == "ASSAULT"]) == 2


def test_counts_belong_to_the_act_that_caused_them() -> None:
    extraction = extraction_of("A suicide bomber killed 12 people in Kabul, and police arrested three suspects.")
    held = {
        event.event_type: [extraction.quantities[number].lower for number in event.quantities]
        for event in extraction.events
    }
    assert held["ASSAULT"] == [12]
    assert held["COERCE"] == [3]


def test_every_span_is_the_text_it_claims() -> None:
    extraction = extraction_of(
        "Germany accused Russia of espionage on Monday.\nMoscow rejected the claim. Ten people were killed in Kabul."
    )
    assert extraction.article is not None
    text = extraction.article.text
    spans = [span for event in extraction.events for m in event.mentions for span in (m.trigger, m.clause)]
    spans += [p.span for e in extraction.events for p in (*e.actors, *e.recipients) if p.span is not None]
    assert spans
    assert all(text[span.start : span.end] == span.text for span in spans)


def test_blanks_of_any_width_are_no_words() -> None:
    (event,) = events_of("The  army\u00a0\u00a0shelled Goma on   Monday.")
    assert event.mentions[0].clause.text == "The army shelled Goma on Monday"
