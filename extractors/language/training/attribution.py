"""Write who made what the model learnt from: ATTRIBUTION.md and LICENSE stand beside the weights."""

import re
from pathlib import Path

from extractors.language.training.treebanks import gum_files

GUM_TEXT_LICENCES = {
    "academic": "CC BY 4.0",
    "bio": "CC BY-SA 3.0",
    "interview": "CC BY 2.5",
    "news": "CC BY 2.5",
    "speech": "public domain or CC BY, by document",
    "textbook": "CC BY 4.0",
    "voyage": "CC BY-SA 3.0",
}
LICENSE = """The files of this folder (weights, tables and settings of the language model) are licensed under
Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0):
https://creativecommons.org/licenses/by-sa/4.0/legalcode

The sources, their authors and their own licences are named in ATTRIBUTION.md. The lemma tables come from WordNet 3.0,
Copyright 2006 by Princeton University, all rights reserved: permission to use, copy, modify and distribute the
database for any purpose and without fee or royalty is granted, provided that this notice is kept; it is provided
"as is", without any warranty. The licence of the code around this folder does not apply to it.
"""
CORPORA = """# What the language model learnt from

Changes made: converted to spaCy's format, name spans derived, copies with other names, headline case and added
modifiers made, weights learnt. None of the texts is part of the model.

| corpus | authors | licence |
|---|---|---|
| Universal Dependencies English EWT | Silveira et al. 2014 and the UD contributors | CC BY-SA 4.0 |
| GUM, the documents below | Zeldes 2017 and the GUM annotators | annotations CC BY 4.0, texts as below |
| Universal NER English-EWT, development part | Mayhew et al. 2024 | CC BY-SA 4.0 |
| news sentences written for eventwire (`extractors/language/training/news`) | eventwire | CC BY-SA 4.0 |
| WikiGold | Balasuriya et al. 2009 | CC BY 4.0 |
| CrossNER (politics, literature, science, music, AI) | Liu et al. 2020; sentences from Wikipedia | MIT; CC BY-SA |
| spacy-lookups-data 1.0.5: lemma tables from WordNet 3.0, Brown clusters, word probabilities | Explosion; Princeton University | MIT; WordNet 3.0 |
| given and family names of Faker 40.63.0, as word features | Daniele Faraglia and contributors | MIT |
| towns and divisions of GeoNames, as word features and in copies | GeoNames | CC BY 4.0 |
| countries, actors and leaders of eventwire, likewise | eventwire | Apache-2.0 |

## GUM documents

| document | genre | author | title | source | licence of the text |
|---|---|---|---|---|---|
"""  # noqa: E501


def write_attribution(corpora: Path, out: Path) -> None:
    """Write ATTRIBUTION.md and LICENSE to the model's folder."""
    rows = [_row(path) for path in gum_files(corpora / "gumdep")]
    (out / "ATTRIBUTION.md").write_text(CORPORA + "\n".join(rows) + "\n", encoding="utf-8")
    (out / "LICENSE").write_text(LICENSE, encoding="utf-8")


def _row(path: Path) -> str:
    genre = path.stem.split("_")[1]
    meta = dict(re.findall(r"^# meta::(author|title|sourceURL)\s*=\s*(.*)$", path.read_text(encoding="utf-8"), re.M))
    cells = (
        path.stem,
        genre,
        *(meta.get(key, "") for key in ("author", "title", "sourceURL")),
        GUM_TEXT_LICENCES[genre],
    )
    return "| " + " | ".join(cell.strip().replace("|", "/") for cell in cells) + " |"
