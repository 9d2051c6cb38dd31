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
    pytest.param("Cyprus to train Malian soldiers, minister says", "AGREE actual: CYP GOV -> MLI MIL",
                 id="what a headline announces"),
    pytest.param("Malian rebels release two teachers – police", "RETREAT-release claimed: MLI REB -> MLI EDU",
                 id="who tells it behind a dash"),
    pytest.param('"Not our war": thousands rally in Lima against minister', "PROTEST-demo actual: PER CVL -> PER GOV",
                 id="a slogan is no source"),
    pytest.param("UN report accuses Chad of war crimes", "ACCUSE-allege actual: UNO ? -> TCD GOV",
                 id="whose report it is"),
    pytest.param("A truce between Chad and Mali took effect.", "RETREAT-ceasefire actual: MLI GOV, TCD GOV -> -",
                 id="between whom a truce is"),
    pytest.param("A bus carrying pilgrims was ambushed by gunmen near Cairo.", "ASSAULT actual: EGY UAF -> ? REL",
                 id="who sits in what is hit"),
    pytest.param("17:20 UTC Macron condemns attack in Mali", "ACCUSE-disapprove actual: FRA GOV -> -",
                 id="a clock before a name"),
    pytest.param("Bolivia's government praised Chile's Augusto Doe.", "SUPPORT actual: BOL GOV -> CHL ?",
                 id="a person and not his state"),
    pytest.param("Easter bombings killed 30 people in Lima.", "ASSAULT-explosives actual: - -> PER CVL",
                 id="a feast is nobody"),
    pytest.param("Fiji cuts ties with Chile days after vote", "SANCTION-withdraw actual: FJI GOV -> CHL GOV",
                 id="a name before a time"),
    pytest.param("Malian jets strike Goma, rebels report nine killed", "ASSAULT claimed: - -> -",
                 id="who reports the dead did not kill them"),
    pytest.param("Turkish jets hit a PKK camp in Iraq.", "ASSAULT-aerial actual: TUR MIL -> TUR REB",
                 id="a group is no place"),
    pytest.param("Two Germans were killed when gunmen opened fire on their car in Niger.",
                 "ASSAULT-firearms actual: NER UAF -> DEU CVL", id="gunmen of where they shoot"),
    pytest.param("Georgian opposition leader held on return from exile", "COERCE-arrest actual: - -> GEO OPP",
                 id="who is held"),
    pytest.param("Police fired volleys of tear gas at students in Lima.",
                 "ASSAULT-crowd-control actual: PER COP -> PER EDU",
                 id="volleys of gas"),
    pytest.param("Chad: soldiers surround palace, heavy gunfire heard", "COERCE-restrict actual: TCD MIL -> -",
                 id="shots are no source"),
    pytest.param("Peru's ex-mayor was forced into a ditch and arrested, only to die in a clinic.",
                 "COERCE-arrest actual: - -> PER ELI", id="who is arrested behind and"),
    pytest.param("Quito airport reopens; Peru to meet Chile", "AGREE planned: CHL GOV, PER GOV -> -",
                 id="what a second headline announces"),
    pytest.param("Peru's ex-mayor is guilty of taking bribes, judges ruled.",
                 "SANCTION-convict actual: PER JUD -> PER ELI", id="a verdict"),
]  # fmt: skip
SILENT = [
    pytest.param("He was taken to a clinic where doctors fought for his life.", id="who fights for a life"),
    pytest.param("A couple was trapped beneath their own house.", id="who is trapped at home"),
    pytest.param("He lay still until the shooting stopped.", id="shots that end"),
    pytest.param("Hospitals turned away all patients on Saturday.", id="patients turned away"),
    pytest.param("The pilot declared an emergency over Lima.", id="an emergency in the air"),
]


@pytest.mark.parametrize(("text", "expected"), STORIES)
def test_is_told(text: str, expected: str) -> None:
    assert expected in told(text)


@pytest.mark.parametrize("text", SILENT)
def test_no_event(text: str) -> None:
    assert not [each for each in told(text) if each.startswith(("ASSAULT", "COERCE", "RETREAT"))]
