"""The country an article's unnamed rebels, troops and residents belong to."""

from collections import Counter
from collections.abc import Iterable

from extractors.actors.choosing import Setting
from extractors.actors.phrases import Phrase
from extractors.model import Article

_FIGHTERS = frozenset({"REB", "PRM", "UAF"})


def setting_of(article: Article, phrases: Iterable[Phrase], places_focus: str | None) -> Setting:
    """Day, focus and countries of an article; `places_focus` decides where it is known."""
    votes: Counter[str] = Counter()
    armed = False
    for phrase in phrases:
        for segment in phrase.segments:
            for piece in segment:
                if piece.role is not None:
                    armed = armed or (piece.role.sector in _FIGHTERS and piece.role.kind in ("armed", "unit"))
                code = piece.demonym.country if piece.demonym else _only([entry.country for entry in piece.entries])
                if code is not None and len(code) == 3:
                    votes[code] += 1
    return Setting(
        day=article.published,
        focus=places_focus or _most_common(votes),
        countries=frozenset(votes),
        armed=armed,
    )


def _only(codes: list[str | None]) -> str | None:
    return codes[0] if codes and len(set(codes)) == 1 else None


def _most_common(votes: Counter[str]) -> str | None:
    """The country named clearly more often than any other."""
    ranked = [(code, count) for code, count in votes.most_common(3) if code not in _NO_STATE]
    if not ranked or (len(ranked) > 1 and ranked[0][1] < 1.5 * ranked[1][1]):
        return None
    return ranked[0][0]


_NO_STATE = frozenset({"IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC"})
