"""What an amount counts: the noun phrase it stands in, read from the tags rather than from single attachments."""

from dataclasses import dataclass
from typing import Final

from extractors.language.tokens import Stretch, Token, Tokens
from extractors.model import Unit
from extractors.quantities.amounts import Amount
from extractors.quantities.outcomes import HOUSEHOLDS, PEOPLE, STATES, THINGS

_OF: Final = frozenset({"of", "more", "other", "additional", "further", "others", "the", "these", "those", "its",
                        "their", "his", "her", "such", "new", "all", "about", "nearly"})  # fmt: skip
_PART_OPENERS: Final = frozenset({"including", "among", "includes", "included", "notably", "especially"})
_PLURAL_PEOPLE: Final = frozenset({"people", "police", "personnel", "crew", "staff", "dead", "wounded", "injured"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """An amount with its noun; `noun` is None for a bare number. Token indices are half-open."""

    amount: Amount
    doc: Tokens
    first: int
    after_number: int
    end: int
    noun: Token | None
    part: bool
    """Whether the phrase only details an amount told before ("including two children")."""

    @property
    def span(self) -> Stretch:
        """Qualifier, number and noun."""
        return self.doc.stretch(self.first, self.end)

    @property
    def modifiers(self) -> list[Token]:
        """The words between the number and the noun."""
        return [token for token in self.doc[self.after_number : self.end] if token != self.noun]

    @property
    def things(self) -> bool:
        """Whether it surely counts no people."""
        return self.noun is not None and is_thing(self.noun)

    @property
    def people(self) -> bool:
        """Whether it surely counts people."""
        return self.noun is not None and is_person(self.noun)

    @property
    def of_them(self) -> bool:
        """Whether it counts some of those told before, as many as it says: "61 of them"."""
        return [token.lower_ for token in self.doc[self.after_number : self.after_number + 2]] == ["of", "them"]

    def words_before(self, count: int) -> list[Token]:
        """Up to `count` words before the phrase, the nearest first."""
        return [self.doc[place] for place in range(self.first - 1, max(-1, self.first - 1 - count), -1)]

    @property
    def who(self) -> str:
        """The people as the text names them; a bare number counts people."""
        if self.noun is None:
            return "people"
        words = self.doc[self.after_number : self.end]
        start = next((token.i for token in words if token.lower_ not in _OF), self.noun.i)
        return self.doc.between(min(start, self.noun.i), self.noun.i + 1)

    @property
    def unit(self) -> Unit:
        """`people`, `family` or `household`."""
        return HOUSEHOLDS.get(lemma(self.noun), "people") if self.noun is not None else "people"


def lemma(token: Token) -> str:
    """The lemma, and for a plural the model does not know, its singular."""
    found = token.lemma_.lower()
    if token.lower_ in PEOPLE or token.lower_ in THINGS:
        return token.lower_
    return found.removesuffix("s") if found == token.lower_ and found.endswith("s") and len(found) > 3 else found


def is_person(token: Token) -> bool:
    """Whether the noun names people."""
    return bool({token.lemma_.lower(), lemma(token), token.lower_, token.text, token.text.removesuffix("s")} & PEOPLE)


def is_thing(token: Token) -> bool:
    """Whether the noun names something that cannot be a casualty."""
    return not is_person(token) and bool({token.lemma_.lower(), lemma(token), token.lower_} & THINGS)


def is_address(phrase: "Counted") -> bool:
    """ "7318 Enchanted Creek": a high number before a name counts nobody."""
    named = phrase.noun is not None and phrase.noun.tag_ == "NNP" and not is_person(phrase.noun)
    return named and phrase.amount.qualifier == "exact" and (phrase.amount.lower or 0) >= 100


def counted(doc: Tokens, amount: Amount) -> Counted | None:
    """The phrase of an amount; None where the number does not stand on word borders."""
    span = doc.covering(amount.start, amount.end)
    if span is None:
        return None
    end, noun = _noun_run(doc, span.end)
    return Counted(
        amount=amount,
        doc=doc,
        first=span.start,
        after_number=span.end,
        end=end,
        noun=noun,
        part=_is_part(doc, span.start, end),
    )


def _noun_run(doc: Tokens, place: int) -> tuple[int, Token | None]:
    """Where the phrase ends and its noun: the last noun before anything but modifiers and nouns."""
    noun: Token | None = None
    end = place
    for token in doc[place : place + 9]:
        if noun is None and token.lower_ in _OF:
            if token.lower_ in ("others", "more"):
                end = token.i + 1
            continue
        if noun is not None and token.lower_ in _DATING and token.tag_ == "JJ":
            break  # "arrested 11 officers last week"
        if token.lower_ in ("hurt", "killed") and token.tag_ in ("NN", "NNS"):
            break  # "leaving about a dozen hurt"
        if token.tag_ in ("NN", "NNS", "NNP", "NNPS") and token.text not in _CALENDAR:
            noun, end = token, token.i + 1
        elif noun is not None and token.tag_ == "HYPH":
            continue
        elif not _modifies(token, noun):
            break
    if noun is None:
        states = [token for token in doc[place : place + 1] if token.lower_ in STATES]
        return (states[0].i + 1 if states else end), None
    return end, noun


_CALENDAR: Final = frozenset(
    {
        "Monday",
        "Tuesday",
        "Wednesday",
        "Thursday",
        "Friday",
        "Saturday",
        "Sunday",
        "yesterday",
        "today",
        "overnight",
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    }
)
_DATING: Final = frozenset({"last", "next", "earlier", "late", "early"})


def _modifies(token: Token, noun: Token | None) -> bool:
    if token.tag_ in ("JJ", "JJR", "JJS", "HYPH", "POS", "CD", "``", "''"):
        return token.i + 1 < len(token.doc) and (noun is None or _noun_follows(token))
    if token.tag_ in ("VBN", "VBG", "VBD"):
        return _noun_follows(token) and (noun is None or token.nbor(-1).tag_ == "HYPH")
    return False


def _noun_follows(token: Token) -> bool:
    return token.i + 1 < len(token.doc) and token.nbor().tag_ in ("NN", "NNS", "NNP", "NNPS", "HYPH", "JJ")


def _is_part(doc: Tokens, first: int, end: int) -> bool:
    before = [token.lower_ for token in doc[max(0, first - 3) : first]]
    if _PART_OPENERS & set(before[-2:]) or before[-1:] in (["("], ["—"], ["–"], ["--"]):
        return True
    after = [token.lower_ for token in doc[end - 1 : end + 2]]
    return ("them" in after[-2:] and "of" in after) or "whom" in after
