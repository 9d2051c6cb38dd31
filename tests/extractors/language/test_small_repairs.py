"""Smaller garden paths, each as the parser gave it and as it must become; no other word may lose its head."""

import pytest

from extractors.language.repair import repair
from extractors.language.tree import read_tree
from tests.extractors.language.test_repair import Rows, doc_of, relations

SEIZED: Rows = (
    ("The", "DT", "det", 3), ("army", "NN", "compound", 2), ("requisitioned", "VBD", "compound", 3),
    ("trucks", "NNS", "ROOT", 3), ("from", "IN", "case", 5), ("traders", "NNS", "nmod", 3),
)  # fmt: skip
TRAPPED: Rows = (
    ("Fighters", "NNS", "compound", 4), ("booby", "NN", "compound", 3), ("-", "HYPH", "punct", 1),
    ("trapped", "VBN", "amod", 4), ("houses", "NNS", "ROOT", 4),
)  # fmt: skip
TORE: Rows = (
    ("A", "DT", "det", 2), ("blast", "NN", "compound", 2), ("tore", "NN", "ROOT", 2), ("through", "IN", "case", 4),
    ("barracks", "NNS", "nmod", 2),
)  # fmt: skip
CURTAILS: Rows = (
    ("The", "DT", "det", 2), ("law", "NN", "compound", 2), ("curtails", "NNS", "ROOT", 2), ("the", "DT", "det", 4),
    ("rights", "NNS", "obj", 2),
)  # fmt: skip
BOMB: Rows = (
    ("Sappers", "NNS", "nsubj", 1), ("defused", "VBD", "ROOT", 1), ("a", "DT", "det", 3), ("car", "NN", "obj", 1),
    ("bomb", "VB", "xcomp", 1),
)  # fmt: skip
OUT: Rows = (
    ("Chad", "NNP", "nsubj", 1), ("kicked", "VBD", "ROOT", 1), ("diplomats", "NNS", "obj", 1),
    ("out", "RB", "advmod", 2),
)  # fmt: skip
ITSELF: Rows = (
    ("The", "DT", "det", 1), ("group", "NN", "nsubj", 2), ("dissolved", "VBD", "ROOT", 2),
    ("itself", "PRP", "obl:unmarked", 2),
)  # fmt: skip
PLEDGE: Rows = (
    ("They", "PRP", "nsubj", 1), ("made", "VBD", "ROOT", 1), ("a", "DT", "det", 3), ("pledge", "NN", "obj", 1),
    ("to", "TO", "mark", 5), ("pay", "VB", "advcl", 1),
)  # fmt: skip
SHELLING: Rows = (
    ("Shelling", "VBG", "csubj", 3), ("in", "IN", "case", 2), ("Goma", "NNP", "obl", 0), ("killed", "VBD", "ROOT", 3),
    ("six", "CD", "obj", 3),
)  # fmt: skip
ACCUSED: Rows = (
    ("Chad", "NNP", "nsubj:pass", 2), ("was", "VBD", "aux:pass", 2), ("accused", "VBN", "ROOT", 2),
    ("of", "IN", "case", 4), ("spying", "NN", "obl", 2), ("by", "IN", "case", 6), ("Niger", "NNP", "nmod", 4),
)  # fmt: skip
TORTURE: Rows = (
    ("Guards", "NNS", "nsubj", 1), ("subjected", "VBD", "ROOT", 1), ("inmates", "NNS", "obj", 1),
    ("to", "TO", "mark", 4), ("torture", "VB", "acl", 2),
)  # fmt: skip
CALLED: Rows = (
    ("They", "PRP", "nsubj", 1), ("took", "VBD", "ROOT", 1), ("tourists", "NNS", "obj", 1),
    ("hostage", "NN", "xcomp", 1),
)  # fmt: skip

DENIED: Rows = (
    ("They", "PRP", "nsubj", 1), ("denied", "VBD", "ROOT", 1), ("killing", "VBG", "xcomp", 1), ("him", "PRP", "obj", 2),
    ("and", "CC", "cc", 5), ("blamed", "VBN", "conj", 2), ("bandits", "NNS", "obj", 5),
)  # fmt: skip
FEAR: Rows = (
    ("They", "PRP", "nsubj", 1), ("fear", "VBP", "ROOT", 1), ("it", "PRP", "nsubj", 4), ("will", "MD", "aux", 4),
    ("spread", "VB", "ccomp", 1), (",", ",", "punct", 8), ("and", "CC", "cc", 8), ("clinics", "NNS", "nsubj", 8),
    ("closed", "VBD", "conj", 4),
)  # fmt: skip
CROSSED: Rows = (
    ("Men", "NNS", "nsubj", 6), ("crossed", "VBN", "acl", 0), ("into", "IN", "case", 3), ("Chad", "NNP", "obl", 1),
    (",", ",", "punct", 0), ("MSF", "NNP", "nsubj", 6), ("said", "VBD", "ROOT", 6),
)  # fmt: skip
UNDER: Rows = (
    ("He", "PRP", "nsubj", 1), ("came", "VBD", "ROOT", 1), ("under", "IN", "case", 3), ("attack", "NN", "obl", 1),
    ("from", "IN", "case", 5), ("lawmakers", "NNS", "nmod", 3),
)  # fmt: skip
MEETING: Rows = (
    ("After", "IN", "case", 1), ("meeting", "NN", "obl", 5), ("with", "IN", "case", 3), ("envoys", "NNS", "nmod", 1),
    ("he", "PRP", "nsubj", 5), ("left", "VBD", "ROOT", 5),
)  # fmt: skip

NAMED: Rows = (
    ("He", "PRP", "nsubj", 1), ("called", "VBD", "ROOT", 1), ("the", "DT", "det", 3), ("ruling", "NN", "obj", 1),
    ("an", "DT", "det", 5), ("attack", "NN", "appos", 3),
)  # fmt: skip
LISTED: Rows = (
    ("The", "DT", "det", 4), ("EU", "NNP", "compound", 4), ("and", "CC", "cc", 3), ("neighboring", "VBG", "conj", 1),
    ("states", "NNS", "nsubj", 5), ("protested", "VBD", "ROOT", 5),
)  # fmt: skip
LIST: Rows = (
    ("They", "PRP", "nsubj", 1), ("demanded", "VBD", "ROOT", 1), ("that", "IN", "mark", 5), ("the", "DT", "det", 5),
    ("EU", "NNP", "compound", 5), ("list", "NN", "ccomp", 1), ("them", "PRP", "obj", 5),
)  # fmt: skip
NEIGHBORING: Rows = (
    ("He", "PRP", "nsubj", 1), ("accuses", "VBZ", "ROOT", 1), ("neighboring", "VBG", "xcomp", 1),
    ("Chad", "NNP", "obj", 2),
)  # fmt: skip
LEAST: Rows = (
    ("They", "PRP", "nsubj", 1), ("freed", "VBD", "ROOT", 1), ("30", "CD", "nummod", 3), ("hostages", "NNS", "obl", 1),
)  # fmt: skip
SHOT_AT: Rows = (
    ("Troops", "NNS", "nsubj:pass", 1), ("shot", "VBN", "ROOT", 1), ("at", "IN", "case", 3), ("men", "NNS", "obl", 1),
)  # fmt: skip
THEM: Rows = (
    ("He", "PRP", "nsubj", 1), ("promised", "VBD", "ROOT", 1), ("them", "PRP", "obj", 1), ("power", "NN", "obj", 1),
)  # fmt: skip

DATELINE: Rows = (
    ("MINSK", "NN", "nsubj:pass", 8), ("(", "-LRB-", "punct", 2), ("dpa", "NNP", "parataxis", 0),
    (")", "-RRB-", "punct", 2), ("-", "NFP", "punct", 2), ("Activist", "NN", "nmod:desc", 6),
    ("Vera", "NNP", "appos", 0), ("was", "VBD", "aux:pass", 8), ("jailed", "VBN", "ROOT", 8),
)  # fmt: skip
SEMICOLON: Rows = (
    ("They", "PRP", "nsubj", 1), ("fled", "VBD", "ROOT", 1), (";", ":", "punct", 3), ("officers", "NNS", "conj", 1),
    ("used", "VBN", "acl", 3), ("gas", "NN", "nmod", 3),
)  # fmt: skip
BLAMED_IS: Rows = (
    ("He", "PRP", "nsubj", 1), ("blamed", "VBD", "ROOT", 1), ("IS", "VBZ", "advmod", 1),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "lemmas", "wanted"),
    [
        pytest.param(SEIZED, {}, {"army": ("nsubj", "requisitioned"), "traders": ("obl", "requisitioned")}, id="verb"),
        pytest.param(TRAPPED, {}, {"Fighters": ("nsubj", "trapped"), "houses": ("obj", "trapped")}, id="with hyphen"),
        pytest.param(TORE, {}, {"blast": ("nsubj", "tore"), "barracks": ("obl", "tore")}, id="past tagged as noun"),
        pytest.param(CURTAILS, {}, {"law": ("nsubj", "curtails"), "The": ("det", "law")}, id="plural with an object"),
        pytest.param(BOMB, {}, {"bomb": ("obj", "defused"), "car": ("compound", "bomb")}, id="object in two"),
        pytest.param(OUT, {"kicked": "kick"}, {"out": ("compound:prt", "kicked")}, id="loose particle"),
        pytest.param(ITSELF, {}, {"itself": ("obj", "dissolved")}, id="reflexive object"),
        pytest.param(PLEDGE, {}, {"pay": ("acl", "pledge")}, id="what is pledged"),
        pytest.param(SHELLING, {}, {"Shelling": ("nsubj", "killed"), "Goma": ("nmod", "Shelling")}, id="gerund"),
        pytest.param(ACCUSED, {"accused": "accuse"}, {"Niger": ("obl:agent", "accused")}, id="agent behind the charge"),
        pytest.param(TORTURE, {"subjected": "subject"}, {"torture": ("obl", "subjected")}, id="to with a noun"),
        pytest.param(DENIED, {}, {"blamed": ("conj", "denied"), "bandits": ("obj", "blamed")}, id="past beside gerund"),
        pytest.param(FEAR, {}, {"closed": ("conj", "fear")}, id="a clause of its own"),
        pytest.param(
            CROSSED, {"said": "say"}, {"crossed": ("ccomp", "said"), "MSF": ("nsubj", "said")}, id="what is said"
        ),
        pytest.param(UNDER, {"came": "come"}, {"lawmakers": ("obl", "came")}, id="who attacks"),
        pytest.param(MEETING, {}, {"meeting": ("advcl", "left"), "envoys": ("obl", "meeting")}, id="noun that is none"),
        pytest.param(NAMED, {"called": "call"}, {"attack": ("xcomp", "called")}, id="what it is called"),
        pytest.param(LISTED, {}, {"EU": ("nsubj", "protested"), "states": ("conj", "EU")}, id="list with a participle"),
        pytest.param(LIST, {"demanded": "demand"}, {"EU": ("nsubj", "list"), "the": ("det", "EU")}, id="what is asked"),
        pytest.param(NEIGHBORING, {}, {"Chad": ("obj", "accuses"), "neighboring": ("amod", "Chad")}, id="participle"),
        pytest.param(LEAST, {}, {"hostages": ("obj", "freed")}, id="counted object"),
        pytest.param(DATELINE, {}, {"Vera": ("nsubj:pass", "jailed"), "MINSK": ("parataxis", "jailed")}, id="dateline"),
        pytest.param(SHOT_AT, {}, {"Troops": ("nsubj", "shot")}, id="who shoots"),
        pytest.param(THEM, {"promised": "promise"}, {"them": ("iobj", "promised")}, id="who gets it"),
        pytest.param(SEMICOLON, {}, {"officers": ("nsubj", "used"), "gas": ("obj", "used")}, id="behind a semicolon"),
        pytest.param(BLAMED_IS, {}, {"IS": ("obj", "blamed")}, id="the group IS"),
        pytest.param(CALLED, {}, {"hostage": ("xcomp", "took"), "tourists": ("obj", "took")}, id="a state stays"),
    ],
)
def test_a_small_garden_path_is_mended(rows: Rows, lemmas: dict[str, str], wanted: dict[str, tuple[str, str]]) -> None:
    tree = repair(read_tree(doc_of(rows, lemmas), ud=True))
    found = relations(tree)
    assert {word: found[word] for word in wanted} == wanted
    assert len(tree.roots) == 1


def test_no_repair_can_close_a_ring() -> None:
    tree = read_tree(doc_of(LEAST, {}), ud=True)
    they, freed, thirty, hostages = tree.nodes
    freed.hang(hostages, "obj")
    hostages.hang(thirty, "nmod")
    they.hang(they, "nsubj")
    assert [node.head for node in tree.nodes] == [freed, None, hostages, freed]


def test_a_reduced_relative_right_behind_a_comma_is_left_in_peace() -> None:
    under: Rows = (
        ("At", "IN", "case", 1), ("talks", "NNS", "ROOT", 1), (",", ",", "punct", 3), ("urged", "VBN", "acl", 1),
        ("calm", "NN", "obj", 3),
    )  # fmt: skip
    tree = repair(read_tree(doc_of(under), ud=True))
    assert [node.lower for node in tree.nodes] == ["at", "talks", ",", "urged", "calm"]


TOLD: Rows = (
    ("He", "PRP", "nsubj", 1), ("told", "VBD", "ROOT", 1), ("reporters", "NNS", "obj", 1), ("that", "IN", "mark", 5),
    ("Chad", "NNP", "nsubj", 5), ("attacked", "VBD", "acl", 2),
)  # fmt: skip
USED: Rows = (
    ("Water", "NN", "nsubj:pass", 2), ("is", "VBZ", "aux:pass", 2), ("used", "VBN", "ROOT", 2), ("in", "RP", "case", 4),
    ("plants", "NNS", "obl", 2),
)  # fmt: skip
AGENCY: Rows = (
    ("They", "PRP", "nsubj", 1), ("drowned", "VBD", "ROOT", 1), ("according", "VBG", "case", 4),
    ("to", "IN", "fixed", 2), ("Organization", "NNP", "obl", 1), ("for", "IN", "case", 6),
    ("Migration", "NNP", "nmod", 4),
)  # fmt: skip
DRIVE_BY: Rows = (
    ("He", "PRP", "nsubj", 1), ("died", "VBD", "ROOT", 1), ("in", "IN", "case", 4), ("drive", "NN", "compound", 4),
    ("-", "HYPH", "punct", 6), ("by", "IN", "case", 6), ("shooting", "NN", "obl", 1), ("in", "IN", "case", 8),
    ("Basra", "NNP", "nmod", 6),
)  # fmt: skip
IMAGES: Rows = (
    ("Links", "NNS", "ROOT", 0), ("to", "IN", "case", 3), ("Buddha", "NNP", "compound", 3),
    ("images", "VBZ", "nmod", 0),
)  # fmt: skip
TRAINING: Rows = (
    ("He", "PRP", "nsubj", 1), ("stopped", "VBD", "ROOT", 1), ("training", "NN", "xcomp", 1),
)  # fmt: skip
SCREAMING: Rows = (
    ("They", "PRP", "nsubj", 1), ("filmed", "VBD", "ROOT", 1), ("a", "DT", "det", 3), ("crowd", "NN", "obj", 1),
    ("screaming", "NN", "xcomp", 1),
)  # fmt: skip
YET: Rows = (
    ("Martin", "NNP", "nsubj", 1), ("has", "VBZ", "aux", 4), ("yet", "RB", "advmod", 4), ("to", "TO", "mark", 4),
    ("finish", "VB", "ROOT", 4),
)  # fmt: skip
PAIR: Rows = (
    ("Gunmen", "NNS", "nsubj", 1), ("shot", "VBD", "ROOT", 1), ("and", "CC", "cc", 3), ("wounded", "VBD", "conj", 1),
    ("six", "CD", "obj", 3),
)  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "lemmas"),
    [
        pytest.param(USED, {"used": "use"}, id="where it is used"),
        pytest.param(AGENCY, {"drowned": "drown"}, id="a name with for"),
        pytest.param(DRIVE_BY, {"died": "die"}, id="a drive-by shooting"),
        pytest.param(IMAGES, {}, id="a plural tagged as a verb is no clause"),
        pytest.param(TRAINING, {"stopped": "stop"}, id="what is stopped"),
        pytest.param(SCREAMING, {"filmed": "film"}, id="what the object does"),
        pytest.param(YET, {"has": "have"}, id="has yet to"),
        pytest.param(PAIR, {"shot": "shoot", "wounded": "wound"}, id="shot and wounded"),
    ],
)
def test_what_only_looks_like_a_garden_path_is_left_in_peace(rows: Rows, lemmas: dict[str, str]) -> None:
    tree = read_tree(doc_of(rows, lemmas), ud=True)
    before = [(node.text, node.dep, node.head.text if node.head else "-") for node in tree.nodes]
    repair(tree)
    assert [(node.text, node.dep, node.head.text if node.head else "-") for node in tree.nodes] == before


def test_what_somebody_is_told_hangs_on_the_verb() -> None:
    tree = repair(read_tree(doc_of(TOLD, {"told": "tell"}), ud=True))
    assert relations(tree)["attacked"] == ("ccomp", "told")
