"""Copies of training trees as somebody's words: "S, the minister said.", '"S," said Amina Diallo on Monday.'

News is full of them, the treebanks have a hundred where the speaker comes last. Relations as in EWT: the clause is the
`ccomp` of the verb of speech on either side of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.language.training.conllu import Tree, Word
from extractors.language.training.names import Namer

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl"})
QUOTES = frozenset({'"', "“", "”", "''", "``", "‘", "’"})
LENGTHS = range(5, 36)
SPEAKERS = (
    "minister", "spokesman", "spokeswoman", "official", "army", "president", "governor", "commander",
    "report", "agency", "group", "witness", "government", "ministry", "statement", "mayor", "hospital", "company",
)  # fmt: skip
FEATURES = {
    "he": "Case=Nom|Gender=Masc|Number=Sing|Person=3|PronType=Prs",
    "she": "Case=Nom|Gender=Fem|Number=Sing|Person=3|PronType=Prs",
    "they": "Case=Nom|Number=Plur|Person=3|PronType=Prs",
    "the": "Definite=Def|PronType=Art",
    "a": "Definite=Ind|PronType=Art",
}
SPEAKERS_IN_PLURAL = ("officials", "police", "residents", "witnesses", "doctors", "activists", "rebels", "authorities")
VERBS = (
    "said say", "said say", "said say", "said say", "added add", "announced announce", "reported report", "warned warn",
    "claimed claim", "confirmed confirm", "wrote write",
)  # fmt: skip
"""Past form and lemma; draws from it are most often "said"."""
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class _Part:
    """A few words with a head among them; `top` is the place of the word that hangs on the verb of speech."""

    words: tuple[Word, ...]
    top: int
    dep: str


def as_speech(tree: Tree, namer: Namer) -> Tree:
    """The tree as the content of an utterance, or unchanged where it is no plain clause."""
    root = next(place for place, word in enumerate(tree.words) if word.head == place)
    if not _is_clause(tree, root):
        return tree
    speaker = _speaker(namer)
    form, lemma = namer.pick(VERBS).split()
    head = speaker.words[speaker.top]
    number = "Plur" if "Number=Plur" in head.feats else "Sing"
    verb = _Part(
        (_word(form, "VERB", "VBD", lemma, feats=f"Mood=Ind|Number={number}|Person=3|Tense=Past|VerbForm=Fin"),),
        0,
        "ROOT",
    )
    when = (_when(namer),) if namer.chance(0.25) else ()
    clause = _Part(tree.words[:-1], root, "ccomp")
    stop = _Part((_word(".", "PUNCT", ".", "."),), 0, "punct")
    if namer.chance(0.35):
        return replace(tree, words=_joined((speaker, verb, *when, *_behind(clause, namer), stop)))
    said = (verb, speaker) if lemma == "say" and head.upos != "PRON" and namer.chance(0.35) else (speaker, verb)
    return replace(tree, words=_joined((*_before(clause, namer), *said, *when, stop)))


def _is_clause(tree: Tree, root: int) -> bool:
    """A short sentence with a subject and a finite verb or auxiliary other than that of a plain passive, unquoted."""
    words = tree.words
    below = [word for place, word in enumerate(words) if word.head == root and place != root]
    finite = words[root].xpos in FINITE or any(word.dep in ("aux", "cop") and word.xpos in FINITE for word in below)
    return (
        len(words) in LENGTHS
        and words[-1].form == "."
        and words[-1].head == root
        and finite
        and any(word.dep in SUBJECTS for word in below)
        and not any(word.form in QUOTES or word.dep == "parataxis" for word in words)
    )


def _before(clause: _Part, namer: Namer) -> tuple[_Part, ...]:
    """The clause and the comma, in quotation marks or not."""
    comma = _word(",", "PUNCT", ",", ",")
    tight = _tight(clause)
    if namer.chance(0.5):
        return tight, _Part((comma,), 0, "punct")
    opening, closing = (_quote(True), _quote(False)) if namer.chance(0.5) else (_quote(True, '"'), _quote(False, '"'))
    marks = (
        (replace(comma, space_after=False), closing)
        if namer.chance(0.7)
        else (replace(closing, space_after=False), comma)
    )
    return _Part((opening,), 0, "punct"), tight, *(_Part((mark,), 0, "punct") for mark in marks)


def _behind(clause: _Part, namer: Namer) -> tuple[_Part, ...]:
    """The clause after "that" or bare."""
    first = clause.words[0]
    small = first.upos != "PROPN" and first.form != "I" and not first.form.isupper()
    words = (replace(first, form=first.form.lower()) if small else first, *clause.words[1:])
    if namer.chance(0.6):
        mark = replace(_word("that", "SCONJ", "IN", "that"), head=clause.top + 1, dep="mark")
        words = (mark, *(replace(word, head=word.head + 1) for word in words))
        return (_tight(_Part(words, clause.top + 1, "ccomp")),)
    return (_tight(_Part(words, clause.top, "ccomp")),)


def _tight(part: _Part) -> _Part:
    return replace(part, words=(*part.words[:-1], replace(part.words[-1], space_after=False)))


def _speaker(namer: Namer) -> _Part:
    draw = namer.generator.random()
    if draw < 0.25:
        pronoun = namer.pick(("he", "she", "they"))
        return _Part((_word(pronoun, "PRON", "PRP", pronoun, feats=FEATURES[pronoun]),), 0, "nsubj")
    if draw < 0.5:
        names = [part for part in namer.person(2).split() if part.isalpha()] or ["Nkosi"]
        words = [_word(name, "PROPN", "NNP", name, feats="Number=Sing") for name in names]
        return _Part(tuple(replace(word, head=0, dep="flat") for word in words), 0, "nsubj")
    if draw < 0.65:
        plural = namer.pick(SPEAKERS_IN_PLURAL)
        return _Part((_word(plural, "NOUN", "NNS", plural.removesuffix("s"), feats="Number=Plur"),), 0, "nsubj")
    article = namer.pick(("the", "the", "a"))
    determiner = replace(_word(article, "DET", "DT", article, feats=FEATURES[article]), head=1, dep="det")
    noun = namer.pick(SPEAKERS)
    return _Part((determiner, _word(noun, "NOUN", "NN", noun, feats="Number=Sing")), 1, "nsubj")


def _when(namer: Namer) -> _Part:
    day = namer.pick(DAYS)
    case = replace(_word("on", "ADP", "IN", "on"), head=1, dep="case")
    return _Part((case, _word(day, "PROPN", "NNP", day, feats="Number=Sing")), 1, "obl")


def _quote(opens: bool, sign: str = "") -> Word:
    return replace(_word(sign or ("“" if opens else "”"), "PUNCT", "``" if opens else "''", '"'), space_after=not opens)


def _word(form: str, upos: str, xpos: str, lemma: str, *, feats: str = "") -> Word:
    return Word(form=form, upos=upos, xpos=xpos, feats=feats, lemma=lemma, head=0, dep="", misc="", space_after=True)


def _joined(parts: Sequence[_Part]) -> tuple[Word, ...]:
    """One sentence: tops hang on the verb, quotation marks and the comma before the speaker on what they close."""
    starts = [sum(len(part.words) for part in parts[:index]) for index in range(len(parts))]
    verb = next(start for start, part in zip(starts, parts, strict=True) if part.dep == "ROOT")
    inner = next(start + part.top for start, part in zip(starts, parts, strict=True) if part.dep == "ccomp")
    words: list[Word] = []
    for start, part in zip(starts, parts, strict=True):
        for place, word in enumerate(part.words):
            if place != part.top:
                words.append(replace(word, head=word.head + start))
            else:
                head = inner if part.dep == "punct" and word.form in QUOTES else verb
                words.append(replace(word, head=head, dep=part.dep))
    words[-2] = replace(words[-2], space_after=False)
    first = words[0]
    words[0] = replace(first, form=first.form[:1].upper() + first.form[1:])
    return tuple(words)
