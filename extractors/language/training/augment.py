"""Copies of training sentences that look like news: other names, headlines, "rebel-held" modifiers, other case.

Every function makes one copy of one sentence; `tree_copies` and `name_copies` say how many of which.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from spacy.language import Language

from extractors.language.training.conllu import Tree, Word
from extractors.language.training.named import Named
from extractors.language.training.names import Namer, name_lists
from extractors.language.training.speech import as_speech

FINAL = frozenset({".", "!", "?"})
SMALL_IN_HEADLINES = frozenset({"DT", "IN", "CC", "TO", "POS", "RP", "HYPH"})
NOUN_PLACES = frozenset({"nsubj", "nsubj:pass", "obj", "obl", "nmod", "obl:agent"})
BEFORE_NOUN = frozenset({"compound", "amod", "flat"})
SINGLE_WORDS = ("given", "family")
"""Long lists of names that are one token each."""
TREE_SHARES: dict[str, float] = {
    "names": 0.12,
    "modifier": 0.06,
    "speech": 0.06,
    "headline": 0.04,
    "cut": 0.05,
    "lower": 0.03,
    "upper": 0.02,
}
"""Copies of each kind for one original sentence. Lower-case text is rare in news, so it gets little room."""


def tree_copies(trees: Iterable[Tree], namer: Namer) -> Iterator[Tree]:
    """Changed copies of a share of the trees."""
    kinds: dict[str, Callable[[Tree], Tree]] = {
        "names": lambda tree: with_other_names(tree, namer),
        "modifier": lambda tree: with_modifier(tree, namer),
        "speech": lambda tree: as_speech(tree, namer),
        "headline": lambda tree: without_final_stop(recased(tree, headline_case)),
        "cut": without_final_stop,
        "lower": lambda tree: recased(tree, lambda word: word.form.lower()),
        "upper": lambda tree: recased(tree, lambda word: word.form.upper()),
    }
    for tree in trees:
        for kind, share in TREE_SHARES.items():
            if namer.chance(share):
                copy = kinds[kind](tree)
                if copy != tree:
                    yield copy


def recased(tree: Tree, case: Callable[[Word], str]) -> Tree:
    """The tree with each word written as `case` says."""
    return replace(tree, words=tuple(replace(word, form=case(word)) for word in tree.words))


def headline_case(word: Word) -> str:
    """Capitalised like the words of an English headline."""
    return word.form if word.xpos in SMALL_IN_HEADLINES else word.form[:1].upper() + word.form[1:]


def without_final_stop(tree: Tree) -> Tree:
    """The tree without its last full stop, as in headlines and captions."""
    last = tree.words[-1]
    return replace(tree, words=tree.words[:-1]) if last.form in FINAL and len(tree.words) > 3 else tree


def with_other_names(tree: Tree, namer: Namer) -> Tree:
    """The tree with every other proper noun replaced by one from another part of the world, word for word."""
    lists = name_lists()
    short = tuple(name for name in (*lists.first, *lists.last, *lists.places) if name.isalpha())

    def renamed(word: Word) -> str:
        plain = word.xpos == "NNP" and word.form.istitle() and word.form.isalpha() and len(word.form) > 3
        return namer.listed(namer.pick(SINGLE_WORDS), short) if plain and namer.chance(0.5) else word.form

    return recased(tree, renamed)


def with_modifier(tree: Tree, namer: Namer) -> Tree:
    """The tree with "rebel-held", "US-backed" or the like before one of its nouns."""
    nouns = [
        index for index, word in enumerate(tree.words) if word.upos in ("NOUN", "PROPN") and word.dep in NOUN_PLACES
    ]
    if not nouns:
        return tree
    noun = nouns[int(namer.generator.integers(len(nouns)))]
    place = noun
    while place and tree.words[place - 1].head == noun and tree.words[place - 1].dep in BEFORE_NOUN:
        place -= 1
    left, right = namer.pick(name_lists().compound_left), namer.pick(name_lists().compound_right)
    tag = ("PROPN", "NNP") if left[0].isupper() else ("NOUN", "NN")
    plain = Word(
        form="-",
        upos="PUNCT",
        xpos="HYPH",
        feats="",
        lemma="-",
        head=place + 2,
        dep="punct",
        misc="",
        space_after=False,
    )
    modifier = (
        replace(plain, form=left, lemma=left, upos=tag[0], xpos=tag[1], feats="Number=Sing", dep="compound"),
        plain,
        replace(
            plain, form=right, upos="VERB", xpos="VBN", feats="Tense=Past|VerbForm=Part",
            head=noun + 3, dep="amod", space_after=True,
        ),
    )  # fmt: skip
    moved = [replace(word, head=word.head + 3 * (word.head >= place)) for word in tree.words]
    return replace(tree, words=(*moved[:place], *modifier, *moved[place:]))


def name_copies(sentences: Iterable[Named], namer: Namer, tokenizer: Language) -> Iterator[Named]:
    """A copy of each sentence that has names, with most of them swapped."""
    for sentence in sentences:
        if sentence.names:
            yield swapped(sentence, namer, tokenizer)


def swapped(sentence: Named, namer: Namer, tokenizer: Language, share: float = 0.85) -> Named:
    """The sentence with a share of its names replaced by invented ones of the same kind; a name recurs as itself."""
    words: list[str] = []
    spaces: list[bool] = []
    names: list[tuple[int, int, str]] = []
    known: dict[tuple[str, ...], list[tuple[str, bool]]] = {}
    behind = 0
    for first, end, label in (*sentence.names, (len(sentence.words), len(sentence.words), "")):
        words += sentence.words[behind:first]
        spaces += sentence.spaces[behind:first]
        behind = end
        if not label:
            break
        old = sentence.words[first:end]
        if namer.chance(share) and (label, *old) not in known:
            invented = tokenizer.make_doc(namer.name(kind_of(old, label), end - first))
            known[(label, *old)] = [(token.text, bool(token.whitespace_)) for token in invented]
        new = known.get((label, *old)) or list(zip(old, sentence.spaces[first:end], strict=True))
        names.append((len(words), len(words) + len(new), label))
        words += [word for word, _ in new]
        spaces += [space for _, space in new[:-1]] + [sentence.spaces[end - 1]]
    return Named(tuple(words), tuple(spaces), tuple(names))


def kind_of(words: tuple[str, ...], label: str) -> str:
    """What to put in place of a name: a country that acts, which some corpora call ORG, is replaced by a place."""
    return "LOC" if label == "ORG" and " ".join(words) in name_lists().places else label


def case_copies(sentences: Iterable[Named], namer: Namer, share: float) -> Iterator[Named]:
    """Copies all in capitals or all in small letters, for headlines and careless writing."""
    for sentence in sentences:
        if sentence.names and namer.chance(share):
            case = str.upper if namer.chance(0.6) else str.lower
            yield replace(sentence, words=tuple(case(word) for word in sentence.words))
