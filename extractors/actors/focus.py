"""The country an article's unnamed rebels, troops and residents belong to."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from extractors.actors.choosing import HOUSES, Setting, common
from extractors.actors.entry import ORGANISATION_CODES
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Tokens
from extractors.model import Sector

_FIGHTERS = frozenset({"REB", "PRM", "UAF"})
_SUSPECTED = frozenset({"separatist", "militant", "extremist", "islamist", "terrorist", "secessionist", "resistance"})
"""Whom police go after as well as soldiers."""
_LEAD_SENTENCES = 2  # what an article is about stands in its title and in its first sentences
_LEAD_WEIGHT = 2.0
_PLACE_WEIGHT = 0.5  # towns are named for what happens there, or only passed through
_PEOPLE_WEIGHT = 0.25  # Rohingya and Uighurs are spoken of wherever they have fled to
_PLACING = frozenset({"in", "across", "inside", "throughout", "near", "outside"})
_LANDS = frozenset({"state", "place", "metonym"})
_SENT_FROM = frozenset({"(", "-", "–", "—", "--", ","})
_TITLE_WEIGHT, _TITLE_SHARE = 3.0, 0.4  # "Kharkiv: Bomb hits house", "Rebels enter Goma": there the story is at home
_SENT, _REACH = frozenset({"deport", "extradite", "repatriate", "exile"}), 7
_FOCUS_WEIGHT = 0.1  # of all votes; decides between countries that are named about as often


_PAIR, _THIRD = 0.5, 0.7  # of the votes of the first and of the second; between them lies what the story is about

_WAR = 6.0  # votes of each of two states that make a story theirs though rebels are in it


def setting_of(
    parsed: ParsedArticle, cut: Sequence[Sequence[Phrase]], places_focus: str | None, title: str | None = None
) -> Setting:
    """Day, focus and countries of an article from its phrases; `title` is the country of the town in its title."""
    votes: defaultdict[str, float] = defaultdict(float)
    acting: Counter[str] = Counter()
    leading: set[str] = set()
    for sentence, phrases in zip(parsed.sentences, cut, strict=True):
        lead = sentence.sentence.zone in ("title", "teaser") or sentence.sentence.index < _LEAD_SENTENCES
        dateline = _dateline(sentence.doc, phrases)
        for piece, code in _owned(phrases):
            if piece.end <= dateline or _reports(phrases, piece) or _elsewhere(sentence.doc, piece):
                continue
            leading |= {code} if lead else set()
            acting[code] += piece.demonym is None
            votes[code] += (_LEAD_WEIGHT if lead else 1.0) * _weight(piece)
    pair = _pair(votes, leading, acting)
    if places_focus is not None:
        votes[places_focus] += max(1.0, _FOCUS_WEIGHT * sum(votes.values()))
    if title is not None:
        votes[title] += max(_TITLE_WEIGHT, _TITLE_SHARE * sum(votes.values()))
    rebels = any(_armed(phrase, _SUSPECTED) for phrases in cut for phrase in phrases)
    war = bool(pair) and min(votes[code] for code in pair) >= _WAR
    forces = _forces(phrase for phrases in cut for phrase in phrases)
    return Setting(
        day=parsed.article.published,
        focus=max(votes, key=lambda code: votes[code]) if votes else None,
        countries=frozenset(votes),
        armed=any(_armed(phrase) for phrases in cut for phrase in phrases),
        policed=forces["COP"] > forces["MIL"],
        warlike=forces["MIL"] > 0 or rebels,
        rebels=rebels and not war,
        pair=pair,
        named=frozenset(
            code
            for sentence, phrases in zip(parsed.sentences, cut, strict=True)
            for piece, code in _owned(phrases)
            if not _house(piece) or _tells_whose(sentence.doc, piece)
        ),
    )


def _pair(votes: Mapping[str, float], leading: set[str], acting: Counter[str]) -> tuple[str, ...]:
    """The two countries that the lead names and that are named most, about as often, and far more than any third."""
    ordered = sorted(votes, key=lambda code: -votes[code])[: len("abc")]
    if len(ordered) < len("ab") or not set(ordered[:2]) <= leading:
        return ()
    first, second, third = (*(votes[code] for code in ordered), 0.0)[:3]
    if min(acting[code] for code in ordered[:2]) < _PAIR * max(acting[code] for code in ordered[:2]):
        return ()  # peoples that live together: Kyrgyz and Uzbeks
    return tuple(ordered[:2]) if second >= _PAIR * first and third <= _THIRD * second else ()


def scenes(parsed: ParsedArticle, cut: Sequence[Sequence[Phrase]], setting: Setting) -> Iterator[Setting]:
    """The setting of each sentence: "In Libya, militias …" is at home in Libya, and so is the rest of its paragraph."""
    paragraphs: defaultdict[int, list[Sequence[Phrase]]] = defaultdict(list)
    for sentence, phrases in zip(parsed.sentences, cut, strict=True):
        paragraphs[sentence.sentence.block].append(phrases)
    home, block = setting.focus, -1
    for sentence, phrases in zip(parsed.sentences, cut, strict=True):
        if sentence.sentence.block != block:
            block = sentence.sentence.block
            home = _at_home(chain.from_iterable(paragraphs[block]), setting.focus) or setting.focus
        home = _opened(sentence.doc, phrases) or home
        yield setting if home == setting.focus else replace(setting, focus=home)


def _at_home(phrases: Iterable[Phrase], focus: str | None) -> str | None:
    """The country whose parties or houses and others a paragraph speaks of, and no other's: domestic politics."""
    owned = list(_owned(phrases))
    codes = {code for _, code in owned}
    code = codes.pop() if len(codes) == 1 else None
    return code if code != focus and {_house(piece) for piece, _ in owned} == {True, False} else None


def _opened(doc: Tokens, phrases: Sequence[Phrase]) -> str | None:
    """The country of a place with which a sentence begins and which a comma sets apart."""
    start = next((place + 1 for place in range(min(2, len(doc))) if doc[place].lower_ in _PLACING), None)
    found = next((phrase for phrase in phrases if phrase.start == start), None)
    if found is None or len(found.segments) != 1 or found.end >= len(doc) or doc[found.end].text != ",":
        return None
    head = found.head
    if head is None or any(entry.kind not in _LANDS for entry in head.entries):
        return None
    codes = {entry.country for entry in head.entries} - ORGANISATION_CODES
    return codes.pop() if len(codes) == 1 else None


def _dateline(doc: Tokens, phrases: Sequence[Phrase]) -> int:
    """Where the place ends from which a story was sent: "BEIJING (AP) - Soldiers …"; 0 without one."""
    first = phrases[0] if phrases and phrases[0].start == 0 else None
    if first is None or first.end >= len(doc) or not doc[0].text.isupper() or len(doc[0].text) <= len("USA"):
        return 0
    return first.end if doc[first.end].text in _SENT_FROM else 0


def _elsewhere(doc: Tokens, piece: Piece) -> bool:
    """Whether it only says where somebody is sent or was born: "deported to Romania"."""
    if piece.start < len("in") or doc[piece.start - 1].lower_ not in ("to", "in"):
        return False
    before = {doc[place].lemma_.lower() for place in range(max(0, piece.start - _REACH), piece.start)}
    return bool(before & (_SENT if doc[piece.start - 1].lower_ == "to" else {"bear", "born"}))


def _reports(phrases: Sequence[Phrase], piece: Piece) -> bool:
    """Whether it only says whose press reports: Xinhua, "Chinese state media"."""
    if any(entry.kind in ("media", "agency") for entry in piece.entries):
        return True
    phrase = next(each for each in phrases if each.start <= piece.start < each.end)
    head = phrase.head
    return (
        head is not None
        and head is not piece
        and head.role is not None
        and (head.role.sector, head.role.kind) == ("JRN", "body")
    )


def countries_in(phrases: Iterable[Phrase]) -> Counter[str]:
    """How often some phrases name each country, by its own name, its people or its persons and bodies."""
    return Counter(code for _, code in _owned(phrases))


def _owned(phrases: Iterable[Phrase]) -> Iterator[tuple[Piece, str]]:
    for phrase in phrases:
        for segment in phrase.segments:
            for piece in segment:
                codes = {piece.demonym.country} if piece.demonym else {entry.country for entry in piece.entries}
                code = codes.pop() if len(codes) == 1 else None
                if any(entry.kind == "media" for entry in piece.entries):
                    continue  # who was told says nothing of where it happened
                if code is not None and code not in ORGANISATION_CODES:
                    yield piece, code


def _weight(piece: Piece) -> float:
    if any(entry.kind == "people" for entry in piece.entries):
        return _PEOPLE_WEIGHT
    return _PLACE_WEIGHT if any(entry.kind == "place" for entry in piece.entries) else 1.0


def _house(piece: Piece) -> bool:
    return any(entry.kind in HOUSES for entry in piece.entries)


def _tells_whose(doc: Tokens, piece: Piece) -> bool:
    """Whether a house goes by its full name, which no other country's has: "US Senate"."""
    words = doc.between(piece.start, piece.end)
    return not common(words) and any(words == entry.name for entry in piece.entries)


def _forces(phrases: Iterable[Phrase]) -> Counter[Sector | None]:
    """How often the article speaks of police, and of soldiers."""
    return Counter(
        piece.role.sector
        for phrase in phrases
        for segment in phrase.segments
        for piece in segment
        if piece.role is not None and piece.role.kind in ("armed", "unit", "body") and piece.role.singular != "officer"
    )


def _armed(phrase: Phrase, but: frozenset[str] = frozenset()) -> bool:
    """Whether the phrase speaks of those who fight governments, by other words than some."""
    roles = (piece.role for segment in phrase.segments for piece in segment)
    return any(
        role is not None and role.sector in _FIGHTERS and role.kind in ("armed", "unit") and role.singular not in but
        for role in roles
    )
