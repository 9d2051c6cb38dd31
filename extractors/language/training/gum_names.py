"""Names from GUM's entity layer: GUM marks whole noun phrases of every kind, we want the proper name inside."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.language.training.conllu import Span, Tree

LABELS = {"person": "PER", "organization": "ORG", "place": "LOC"}
PROPER = frozenset({"NNP", "NNPS"})
NAME_PARTS = frozenset({"CD", "JJ", "NN", "NNS", "FW", "LS"})
JOINING = frozenset(
    {
        "of", "for", "the", "and", "&", "-", "'s", "de", "la", "al", "on", "in", "to", "with", "/", "against", "du",
        "del", "der", "von", "van", "bin", "ibn", "el", ".", "'", "’s",
    }
)  # fmt: skip
LEFT_JOINING = frozenset({"-", "al", "of", "&", "."})
PREPOSITIONS = frozenset({"in", "on", "to", "with", "for", "against"})
TITLES = frozenset(
    {
        "mr.", "mrs.", "ms.", "dr.", "mr", "mrs", "dr", "president", "prime", "minister", "senator", "sen.", "gen.",
        "general", "colonel", "col.", "captain", "secretary", "judge", "professor", "prof.", "king", "queen",
        "prince", "princess", "chancellor", "representative", "rep.", "governor", "gov.", "sir", "lord", "lady",
        "officer", "detective", "sergeant", "sgt.", "pope", "saint", "st.", "ambassador", "mayor", "justice", "chief",
        "commander", "lieutenant", "lt.", "major", "maj.", "congressman", "aunt", "uncle", "sheikh", "sultan",
        "emperor", "director", "miss", "ms", "reverend", "speaker",
    }
)  # fmt: skip
ROLES = frozenset(
    {
        "mp", "mep", "administrator", "chairman", "republican", "democrat", "chairperson", "counsel", "honour",
        "honor", "majesty", "attorney", "member", "christian", "muslim", "jew", "american", "texan", "australian",
        "mom", "dad", "god", "ceo", "fellow",
    }
)  # fmt: skip
NOT_IN_NAME = frozenset({"appos", "acl:relcl", "acl", "parataxis", "nmod:poss", "advcl", "nmod:desc"})
"""Relations that leave the name: what hangs below them describes it."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """A noun phrase of the entity layer and its head word."""

    tree: Tree
    first: int
    end: int
    label: str

    @property
    def head(self) -> int:
        """The first word whose own head lies outside."""
        words = self.tree.words
        for index in range(self.first, self.end):
            outside = words[index].head == index or not self.first <= words[index].head < self.end
            if outside and words[index].dep != "punct":
                return index
        return self.first

    def holds(self, index: int) -> bool:
        """Whether the word hangs on the head without leaving the name."""
        head = self.head
        for _ in range(40):
            if index == head:
                return True
            word = self.tree.words[index]
            if word.dep in NOT_IN_NAME or word.head == index:
                return False
            index = word.head
        return False

    def is_name_word(self, index: int) -> bool:
        """A proper noun, or a capitalised word that modifies one."""
        word = self.tree.words[index]
        modifies = word.dep in ("flat", "compound", "amod", "nummod") and index > self.first
        proper = word.xpos in PROPER or (word.xpos in NAME_PARTS and word.form[:1].isupper() and modifies)
        return proper and self.holds(index)

    def form(self, index: int) -> str:
        """The word in small letters."""
        return self.tree.words[index].form.lower()


def named_spans(tree: Tree) -> tuple[Span, ...]:
    """Flat, non-overlapping names of people, organizations and places; the longest win."""
    spans = [span for mention in _mentions(tree) if (span := _name(mention)) is not None]
    taken: set[int] = set()
    kept: list[Span] = []
    for first, end, label in sorted(spans, key=lambda span: (span[0] - span[1], span[0])):
        if taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            kept.append((first, end, label))
    return tuple(sorted(kept))


def _mentions(tree: Tree) -> Iterator[_Mention]:
    """Brackets of the `Entity=` layer: `(1-person-…` opens, `1)` closes, `(1-person-…)` is one word."""
    opened: list[tuple[str, int, str]] = []
    for index, word in enumerate(tree.words):
        layer = re.search(r"(?:^|\|)Entity=([^|]+)", word.misc)
        for bracket in re.finditer(r"\(([^()]+)(\))?|([^()]+)\)", layer[1] if layer else ""):
            if bracket[1]:
                group, kind = [*bracket[1].split("-"), ""][:2]
                opened.append((group, index, kind))
            closes = bracket[3] or (bracket[2] and opened[-1][0])
            if not closes:
                continue
            for place in range(len(opened) - 1, -1, -1):
                if opened[place][0] == closes:
                    _, first, kind = opened.pop(place)
                    if kind in LABELS:
                        yield _Mention(tree, first, index + 1, LABELS[kind])
                    break


def _name(mention: _Mention) -> Span | None:
    words = mention.tree.words
    if words[mention.head].xpos not in PROPER:
        return None
    first, end = _leftmost(mention), _rightmost(mention)
    while mention.label == "PER" and first < end - 1 and mention.form(first) in TITLES:
        first += 1
    last = mention.form(end - 1)
    if mention.label == "PER" and (
        last in TITLES or last.rstrip("s") in ROLES | TITLES or words[end - 1].xpos == "NNPS"
    ):
        return None
    if words[first].dep == "det":
        first += 1
    return (first, end, mention.label) if first < end else None


def _leftmost(mention: _Mention) -> int:
    first = mention.head
    while first > mention.first:
        if mention.is_name_word(first - 1):
            first -= 1
        elif mention.form(first - 1) in LEFT_JOINING and first - 2 >= mention.first and mention.is_name_word(first - 2):
            first -= 2
        else:
            break
    return first


def _rightmost(mention: _Mention) -> int:
    end = mention.head + 1
    while end < mention.end:
        behind = end
        while behind < mention.end and mention.form(behind) in JOINING:
            behind += 1
        if behind == mention.end or not mention.is_name_word(behind):
            break
        joints = {mention.form(index) for index in range(end, behind)}
        if joints and not _joins(mention, behind, joints):
            break
        end = behind + 1
    return end


def _joins(mention: _Mention, behind: int, joints: set[str]) -> bool:
    """Whether small words link two parts of one name: "Bank of England", not "Paris in France" or "Laos and Burma"."""
    if joints <= {"-", ".", "'"}:
        return True
    if mention.label == "PER" or (mention.label != "ORG" and joints & PREPOSITIONS):
        return False
    listed = mention.label == "LOC" and mention.tree.words[behind].dep == "conj"
    return mention.tree.words[behind].xpos in PROPER and not listed
