"""What headlines, captions and teasers tell in short: sentences of our own."""

import pytest

from tests.extractors.coding.test_between import told

STORIES = [
    pytest.param(
        "The Taliban claimed responsibility for a bombing that tore through a bank in Herat.",
        "ASSAULT-explosives claimed: AFG REB -> AFG BUS", id="who claims an attack did it",
    ),
    pytest.param(
        "Islamist rebels claim bomb attack on police station in Mogadishu",
        "ASSAULT-explosives claimed: SOM REB -> SOM COP", id="and where it is claimed in a headline",
    ),
    pytest.param(
        "Malian jets hit what Niger called a training camp.",
        "ASSAULT-aerial actual: MLI MIL -> -", id="what something is called is hit",
    ),
    pytest.param("Riot police stood guard outside the bank in Tirana.", "MOBILIZE-police actual: ALB COP -> -",
                 id="who stands guard"),
    pytest.param("Mosul hotel attack death toll rises to 22", "ASSAULT actual: - -> -", id="an attack by its toll"),
    pytest.param("The opposition claimed fraud in Peru's vote.", "ACCUSE-allege actual: PER OPP -> -",
                 id="a charge of fraud"),
    pytest.param("Peru's ex-mayor is guilty of taking bribes, judges ruled.",
                 "SANCTION-convict actual: PER JUD -> PER ELI", id="a verdict"),
]  # fmt: skip
SILENT = [
    pytest.param("He was taken to a clinic where doctors fought for his life.", id="who fights for a life"),
    pytest.param("A family was trapped beneath their collapsed home.", id="who is trapped at home"),
    pytest.param("The pilot declared an emergency over Lima.", id="an emergency in the air"),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_is_told(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", SILENT)
def test_no_event(text: str) -> None:
    assert not [each for each in told(text) if each.startswith(("ASSAULT", "COERCE"))]
