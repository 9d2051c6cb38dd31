"""Where one event of an article happened, and by what we know it."""

import pytest

from tests.extractors.places.articles import named, where


@pytest.mark.parametrize(
    ("text", "trigger", "place"),
    [
        pytest.param("Shelling in Donetsk killed two men.", "killed", "Donetsk", id="below the subject"),
        pytest.param("Shelling in Donetsk killed two men.", "Shelling", "Donetsk", id="below the noun itself"),
        pytest.param("Troops stormed Sirte.", "stormed", "Sirte", id="ground as the object"),
        pytest.param("A bomb hit a bus in Baghdad, killing six.", "killing", "Baghdad", id="a participle shares"),
        pytest.param(
            "Rebels lost their enclave in eastern Aleppo.", "lost", "eastern Aleppo", id="below the object"
        ),
        pytest.param(
            "Gunmen fired on a mosque in the Syrian town of Azaz.", "fired", "Azaz", id="narrower than the country"
        ),
        pytest.param("Police in Homs, Syria, arrested ten men.", "arrested", "Homs", id="a country behind a comma"),
        pytest.param(
            "Kerry said at a meeting in Brussels that jets had bombed a hospital in Idlib.", "bombed", "Idlib",
            id="a meeting's place is not lent",
        ),
        pytest.param(
            "Kerry said at a meeting in Brussels that jets had bombed a hospital in Idlib.", "meeting", "Brussels",
            id="the meeting keeps its own",
        ),
        pytest.param(
            "According to activists in London, soldiers shot three men in Hama.", "shot", "Hama",
            id="where the source sits is nothing",
        ),
        pytest.param(
            "Gunmen shot the man on the doorstep of his Lahore apartment.", "shot", "Lahore", id="a home in a town"
        ),
        pytest.param(
            "A fire spread through the hills above Malibu, forcing dozens to flee their homes.", "flee", "Malibu",
            id="the only ground of the sentence",
        ),
        pytest.param(
            "Ten people were killed in Birdik village, 50 km south of the capital Algiers.", "killed", "Birdik",
            id="a distance measured from a capital",
        ),
        pytest.param("Moscow sent troops to Crimea.", "sent", "Crimea", id="a capital that acts is no place"),
        pytest.param(
            "Bombs exploded in Lahore and Quetta on Monday.", "exploded", "Lahore", id="the first of a list"
        ),
        pytest.param(
            "Officers fired tear gas at the Tunis Protest.", "Protest", "Tunis Protest", id="a name with the act in it"
        ),
        pytest.param(
            "Four men were shot at an inn near Baquba northeast of Baghdad.", "shot", "Baquba",
            id="not where it is measured from",
        ),
        pytest.param(
            "Shells killed ten men in east Ukraine in the area of Luhansk.", "killed", "Luhansk",
            id="narrower than part of a country",
        ),
        pytest.param(
            "Troops opened an offensive in northern Aleppo, shelling the Handarat camp near the city.", "shelling",
            "Handarat", id="a name before the city",
        ),
        pytest.param(
            "A nurse told us that ten guards had been hurt or killed, when a man set off his vest inside Deir Qanun.",
            "killed", "Deir Qanun", id="the only ground of a sentence",
        ),
        pytest.param("Two nurses died when a shell hit a clinic in Taiz.", "died", "Taiz", id="from the clause beside"),
        pytest.param("Jets bombed the Jabalia refugee camp.", "bombed", "Jabalia", id="a kind of camp in between"),
        pytest.param(
            "Shells hit a school in Brandenburg an der Havel.", "hit", "Brandenburg an der Havel", id="on a river"
        ),
        pytest.param(
            "Thousands have fled Ukraine since Russia invaded the country.", "invaded", "Ukraine",
            id="nobody invades his own country",
        ),
        pytest.param(
            "A Munich court sentenced the man to five years for the killing of ten nuns at Sobibor.", "sentenced",
            "Munich", id="where the court sits",
        ),
        pytest.param(
            "A man was sentenced in Berlin for the murder of a student in Hamburg.", "sentenced", "Berlin",
            id="not where the crime was",
        ),
        pytest.param(
            "Police arrested a man in Lyon over the bombing of a church in Nice.", "arrested", "Lyon",
            id="not what the arrest is over",
        ),
        pytest.param("A Moscow court jailed the activist.", "jailed", "Moscow", id="a capital's court"),
        pytest.param("Lagos police fired tear gas at protesters.", "fired", "Lagos", id="a town's police"),
        pytest.param("Donors meeting in Paris pledged more aid.", "pledged", "Paris", id="who meets somewhere"),
        pytest.param(
            "Troops tortured ten men in villages like Cailaco.", "tortured", "Cailaco", id="villages like one"
        ),
        pytest.param("Rebels fired missiles on Aleppo university.", "fired", "Aleppo", id="on a site"),
        pytest.param(
            "Gunmen killed two guards at the Torkham border crossing.", "killed", "Torkham border crossing",
            id="a site of two words",
        ),
        pytest.param(
            "Gunmen shot him on the doorstep of his Moscow apartment.", "shot", "Moscow", id="on his doorstep"
        ),
        pytest.param(
            "Troops killed a man near the fence separating the Gaza Strip from Israel.", "killed", "Gaza Strip",
            id="what a fence separates",
        ),
        pytest.param("Eleven died in a blast in Dar es Salaam.", "died", "Dar es Salaam", id="a small word"),
        pytest.param("Two bombs in Gombe have claimed 37 lives.", "claimed", "Gombe", id="lives are claimed"),
    ],
)  # fmt: skip
def test_the_sentence_says_where(text: str, trigger: str, place: str) -> None:
    assert named(where(trigger, text)) == place


@pytest.mark.parametrize(
    ("paragraphs", "title", "trigger", "place", "method"),
    [
        pytest.param(("Jets bombed Raqqa.",), "", "bombed", "Raqqa", "clause", id="clause"),
        pytest.param(
            ("Fighting raged in Raqqa.", "Rebels fled the city."), "", "fled", "Raqqa", "clause", id="the city"
        ),
        pytest.param(("Soldiers killed four men.",), "Ambush near Gao", "killed", "Gao", "headline", id="headline"),
        pytest.param(
            ("Clashes shook Tripoli.", "Soldiers killed four men."), "", "killed", "Tripoli", "focus", id="focus"
        ),
        pytest.param(
            ("Officials in Manila said that troops had trained together.",), "", "trained", "Manila", "focus",
            id="never the speaker's place as the deed's own",
        ),
        pytest.param(("Soldiers killed four men.",), "", "killed", None, None, id="nothing is named"),
    ],
)  # fmt: skip
def test_the_method_says_by_what_we_know(
    paragraphs: tuple[str, ...], title: str, trigger: str, place: str | None, method: str | None
) -> None:
    found = where(trigger, *paragraphs, title=title)
    assert named(found) == place
    assert (found.method if found else None) == method


def test_the_town_is_what_was_called_a_town_before() -> None:
    text = "Goma is calm. A rocket hit the town of Barda. Ten people were shot outside the town."
    assert named(where("shot", text, title="Fear in Goma")) == "Barda"


def test_a_hospital_for_children_is_no_place() -> None:
    assert named(where("hit", "A bomb hit the Children's hospital.")) is None


def test_a_definite_city_keeps_its_own_words() -> None:
    found = where("fled", "Fighting raged in Raqqa.", "Rebels fled the city.")
    assert found is not None
    assert found.span is not None
    assert found.span.text == "the city"
