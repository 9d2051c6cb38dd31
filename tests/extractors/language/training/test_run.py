"""From corpora to a packaged model: the whole command on a tiny corpus, twice."""

from pathlib import Path

import pytest
import spacy

from extractors.language.training import treebanks
from extractors.language.training.__main__ import main
from extractors.language.training.evaluate import Figures, as_table
from extractors.language.training.run import train

PLACES = ("Goma", "Accra", "Lagos", "Taiz")
SENTENCE = """# newdoc id = {document}
# sent_id = {document}-{number}
1\tTroops\ttroop\tNOUN\tNNS\tNumber=Plur\t2\tnsubj\t_\t_
2\tshelled\tshell\tVERB\tVBD\tTense=Past\t0\troot\t_\t_
3\t{place}\t{place}\tPROPN\tNNP\tNumber=Sing\t2\tobj\t_\tSpaceAfter=No|Entity=(1-place-new)
4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_

"""
UNER = "# sent_id = {number}\n1\tTroops\tO\n2\tshelled\tO\n3\t{place}\tB-LOC\n4\t.\tO\n\n"
TAGGED = "Troops{gap}O\nshelled{gap}O\n{place}{gap}{label}\n.{gap}O\n\n"


def fill(path: Path, template: str, count: int, **more: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    parts = (
        template.format(document=path.stem, number=number, place=PLACES[number % 4], **more) for number in range(count)
    )
    path.write_text("".join(parts), encoding="utf-8")


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder laid out like the real corpora, each with the same few sentences."""
    folder = tmp_path_factory.mktemp("corpora")
    for split, count in (("train", 40), ("dev", 10), ("test", 4)):
        fill(folder / f"EWT/en_ewt-ud-{split}.conllu", SENTENCE, count)
    fill(folder / "PUD/en_pud-ud-test.conllu", SENTENCE, 4)
    for split in ("train", "dev", "test"):
        fill(folder / f"gumdep/dep/GUM_news_{split}.conllu", "# meta::author = A. Writer\n" + SENTENCE, 6)
    lines = [f"## {split}\n * GUM_news_{split}\n" for split in ("train", "dev", "test")]
    (folder / "gumdep/splits.md").write_text("".join(lines), encoding="utf-8")
    fill(folder / "UNER_EWT/en_ewt-ud-dev.iob2", UNER, 10)
    fill(folder / "UNER_EWT/en_ewt-ud-test.iob2", UNER, 4)
    fill(folder / "UNER_PUD/en_pud-ud-test.iob2", UNER, 4)
    for part in ("train", "test"):
        fill(folder / f"news/{part}-war.conllu", SENTENCE.replace("Entity=(1-place-new)", "Name=B-LOC"), 6)
    fill(folder / "wikigold.txt", TAGGED, 20, gap=" ", label="I-LOC")
    for domain in ("politics", "literature", "science", "music", "ai"):
        for split in ("train", "dev", "test"):
            fill(folder / f"crossner/{domain}/{split}.txt", TAGGED, 2, gap="\t", label="B-location")
    return folder


@pytest.mark.timeout(600)
def test_one_seed_gives_one_model_with_licence_and_scores(
    corpora: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(treebanks, "NEWS", corpora / "news")
    figures = [train(corpora, tmp_path / f"work{run}", tmp_path / f"model{run}", seed=3, steps=4) for run in (1, 2)]
    weights = [
        {path.relative_to(out): path.read_bytes() for path in sorted(out.rglob("model"))}
        for out in (tmp_path / "model1", tmp_path / "model2")
    ]
    assert len(weights[0]) == 5
    assert weights[0] == weights[1]
    out = tmp_path / "model1"
    assert "GUM_news_train | news | A. Writer" in (out / "ATTRIBUTION.md").read_text(encoding="utf-8")
    assert "ShareAlike 4.0" in (out / "LICENSE").read_text(encoding="utf-8")
    nlp = spacy.load(out)
    assert nlp.pipe_names == ["tok2vec", "tagger", "morphologizer", "parser", "lemmatizer", "ner"]
    assert nlp.meta["license"] == "CC BY-SA 4.0"
    assert nlp.meta["performance"]["pud tags"] == round(dict(figures[0].rows)["pud tags"], 2)
    assert len(nlp("Troops shelled Goma.")) == 4


def test_models_stand_side_by_side_in_the_table() -> None:
    rows = (("pud LAS", 84.44), ("tokens/s with names", 13234.0), ("load (s)", 0.456))
    table = as_table([Figures(model="old", rows=rows), Figures(model="new", rows=rows)])
    assert table.splitlines() == [
        "| figure | old | new |",
        "|---|---:|---:|",
        "| pud LAS | 84.4 | 84.4 |",
        "| tokens/s with names | 13,234 | 13,234 |",
        "| load (s) | 0.46 | 0.46 |",
    ]


def test_the_command_needs_to_know_what_to_do(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--corpora", "here"])
    assert "--out" in capsys.readouterr().err
