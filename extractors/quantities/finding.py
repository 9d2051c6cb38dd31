"""Find the counts of an article: how many, of whom, what happened to them, when, and whether it is a fact."""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from extractors.dates import event_time, publication_day
from extractors.dates.intervals import DAY, midnight
from extractors.language.pipeline import ParsedArticle, ParsedSentence
from extractors.language.tokens import Token
from extractors.model import CountType, EventTime, Quantity, Span, TimeExpression
from extractors.quantities.amounts import Amount, find_amounts
from extractors.quantities.implied import Implied, find_implied
from extractors.quantities.phrases import Counted, counted, is_address
from extractors.quantities.search import Outcome, find_outcome
from extractors.quantities.shares import share_outcome
from extractors.quantities.status import is_planned, status_of
from extractors.quantities.things import Thing, find_things

Times = tuple[tuple[TimeExpression, ...], ...]
_TOTAL: Final = re.compile(r"\b(?:death toll|toll|so far|in total|altogether|overall|a total of|since)\b", re.I)
_AND: Final = re.compile(r"\b(?:and|as well as)\b")
_BORDER: Final = re.compile(r"[,;:.()]|\b(?:while|after|when|as of|before)\b")
_NEAR: Final = 40
"""Characters between two joined counts."""
_CLAUSES: Final = re.compile(r"[;:]|\b(?:after|when|while|as|including|before)\b")
_JOINTS: Final = frozenset({"and", "or", ",", "as", "well", "plus", "/", "but"})


def find_quantities(parsed: ParsedArticle, times: Times) -> tuple[Quantity, ...]:
    """All counts in text order, none of which contains another of the same sentence.

    `times` is what read_times gave. The source of a claim and its place are left to the event coder.
    """
    found: list[Quantity] = []
    named: set[str] = set()
    for place, each in enumerate(parsed.sentences):
        phrases = _phrases(each, times[place])
        outcomes = _outcomes(phrases, each)
        for phrase, outcome in zip(phrases, outcomes, strict=True):
            if outcome and not _is_detail(phrase, outcome, phrases, outcomes):
                found.append(_quantity(parsed, times, place, phrase, outcome))
        covered = [(phrase.first, phrase.end) for phrase, outcome in zip(phrases, outcomes, strict=True) if outcome]
        for implied in find_implied(each.doc, each.view):
            key = implied.who.split()[-1]
            fresh = not key[0].isupper() or key not in named
            if fresh and not any(start < implied.span.end and implied.span.start < end for start, end in covered):
                named.add(key)
                covered.append((implied.span.start, implied.span.end))
                found.append(_implied_quantity(parsed, times, place, implied))
        uncounted = [phrase for phrase, outcome in zip(phrases, outcomes, strict=True) if not outcome]
        for thing in find_things(each.doc, each.view, uncounted):
            if not any(
                each.doc[first].idx < thing.end and thing.amount.start < each.doc[end - 1].end for first, end in covered
            ):
                found.append(_thing_quantity(parsed, times, place, thing))
    return tuple(_timed_alike(sorted(found, key=lambda quantity: quantity.span.start), parsed))


def _timed_alike(found: list[Quantity], parsed: ParsedArticle) -> Iterator[Quantity]:
    """ "Since May 15,000 have been killed and 8 million displaced": the second of two joined counts shares the time."""
    text = parsed.article.text
    last: Quantity | None = None
    for each in found:
        if last is not None and each.time is None and last.time is not None and each.sentence == last.sentence:
            between = text[last.span.end : each.span.start]
            if _AND.search(between) and len(between) <= _NEAR and not _BORDER.search(between):
                each = replace(each, time=last.time, cumulative=last.cumulative)
        yield each
        last = each


def _phrases(each: ParsedSentence, times: tuple[TimeExpression, ...]) -> list[Counted]:
    found = _chained([counted(each.doc, amount) for amount in find_amounts(each.sentence.text)])
    dated = [(time.span.start - each.start, time.span.end - each.start) for time in times]
    return [
        phrase
        for phrase in found
        if phrase is not None
        and not any(start <= phrase.amount.number_start < end for start, end in dated)
        and not (_is_year(phrase) or _is_age(phrase) or is_address(phrase))
    ]


def _chained(phrases: list[Counted | None]) -> list[Counted | None]:
    """ "Including four children and two men": what is joined to a detail is one too."""
    kept = list(phrases)
    for place in range(1, len(kept)):
        first, second = kept[place - 1], kept[place]
        if first and second and first.part:
            between = [token.lower_ for token in first.doc[first.end : second.first]]
            if between and all(word in _JOINTS for word in between):
                kept[place] = replace(second, part=True)
    return kept


def _is_age(phrase: Counted) -> bool:
    """ "Fields, 32, was dead", "a boy, 7,", "aged 21", "no one was hurt"."""
    doc, first, end = phrase.doc, phrase.first, phrase.end
    before = doc[first - 1].lower_ if first else ""
    after = doc[end].lower_ if end < len(doc) else "."
    if (
        before in ("aged", "age", "ages")
        or _listed_age(phrase)
        or (before in ("no", "not") and doc[first].lower_ == "one")
    ):
        return True
    bare = phrase.noun is None and end == phrase.after_number  # not "…, 14 dead"
    inserted = bare and before in (",", "(") and after in (",", ".", ";", ")", "and", "-", "–", "—")
    return inserted and first > 1 and doc[first - 2].tag_.startswith("NN")


def _listed_age(phrase: Counted) -> bool:
    """ "Aged six, seven and nine"."""
    place = phrase.first - 1
    while place > 0 and (phrase.doc[place].lower_ in (",", "and", "or", "between") or phrase.doc[place].tag_ == "CD"):
        place -= 1
    return phrase.noun is None and place >= 0 and phrase.doc[place].lower_ in ("aged", "ages")


def _is_year(phrase: Counted) -> bool:
    amount = phrase.amount
    bare = phrase.noun is None and amount.qualifier == "exact"
    return bare and amount.lower is not None and 1800 <= amount.lower <= 2100 and amount.end - amount.number_start == 4


def _outcomes(phrases: list[Counted], each: ParsedSentence) -> list[Outcome | None]:
    found = [
        share_outcome(phrase) if phrase.amount.kind == "share" else find_outcome(phrase, each.view)
        for phrase in phrases
    ]
    # "12 people and three soldiers were killed", "killed 12 people and three soldiers"
    for place in range(len(phrases) - 2, -1, -1):
        found[place] = found[place] or _shared(phrases[place], phrases[place + 1], found[place + 1])
    for place in range(1, len(phrases)):
        found[place] = found[place] or _shared(phrases[place - 1], phrases[place], found[place - 1], phrases[place])
    return found


def _shared(first: Counted, second: Counted, outcome: Outcome | None, taker: Counted | None = None) -> Outcome | None:
    taker = taker or first
    if outcome is None or outcome.rule in ("share", "noun", "state") or taker.things or taker.noun is None:
        return None
    between = [token.lower_ for token in first.doc[first.end : second.first]]
    if between and all(word in _JOINTS for word in between) and taker.people:
        return Outcome(outcome.count_type, outcome.trigger, "joined")
    return None


def _is_detail(phrase: Counted, outcome: Outcome, phrases: list[Counted], outcomes: list[Outcome | None]) -> bool:
    """Whether a part details a whole that is counted in the same sentence."""
    if not phrase.part:
        return False
    return any(
        other is not phrase and told and told.count_type == outcome.count_type and other.first < phrase.first
        for other, told in zip(phrases, outcomes, strict=True)
    )


def _quantity(parsed: ParsedArticle, times: Times, place: int, phrase: Counted, outcome: Outcome) -> Quantity:
    each, amount = parsed.sentences[place], phrase.amount
    count_type = _final_type(outcome, amount)
    words = each.doc.between(phrase.first, phrase.end) if phrase.end > phrase.after_number else None
    start = amount.start
    text = each.sentence.text[start : phrase.span.end_char] if words else each.sentence.text[start : amount.end]
    quantity = Quantity(
        count_type=count_type,
        lower=amount.lower,
        upper=amount.upper,
        qualifier=amount.qualifier,
        span=Span(text=text, start=each.start + start),
        sentence=place,
        who=phrase.who,
        unit="percent" if amount.kind == "share" else phrase.unit,
        rule_id=f"{amount.kind}-{outcome.rule}",
    )
    if phrase.part and amount.qualifier == "exact" and not phrase.of_them:
        quantity = replace(quantity, upper=None, qualifier="at_least")
    return _placed(quantity, parsed, times, outcome.trigger)


def _final_type(outcome: Outcome, amount: Amount) -> CountType:
    if outcome.count_type == "evacuated" and is_planned(outcome.trigger):
        return "to_be_evacuated"
    if amount.kind == "ordinal" and outcome.count_type == "casualties":
        return "killed"  # a ranked casualty is a death: "the third casualty in a week"
    return outcome.count_type


def _implied_quantity(parsed: ParsedArticle, times: Times, place: int, implied: Implied) -> Quantity:
    each = parsed.sentences[place]
    quantity = Quantity(
        count_type=implied.outcome.count_type,
        lower=implied.count,
        upper=implied.count,
        qualifier="exact",
        span=Span(text=implied.span.text, start=each.start + implied.span.start_char),
        sentence=place,
        who=implied.who,
        unit="people",
        rule_id=implied.outcome.rule,
    )
    return _placed(quantity, parsed, times, implied.outcome.trigger)


def _thing_quantity(parsed: ParsedArticle, times: Times, place: int, thing: Thing) -> Quantity:
    each, amount = parsed.sentences[place], thing.amount
    quantity = Quantity(
        count_type=None,
        lower=amount.lower,
        upper=amount.upper,
        qualifier=amount.qualifier,
        span=Span(text=each.sentence.text[amount.start : thing.end], start=each.start + amount.start),
        sentence=place,
        who=thing.what,
        unit=thing.unit,
        outcome=thing.outcome,
        currency=thing.currency,
        rule_id="thing",
    )
    return _placed(quantity, parsed, times, thing.trigger)


def _placed(quantity: Quantity, parsed: ParsedArticle, times: Times, trigger: Token) -> Quantity:
    """Add period, status and whether it is a running total."""
    each = parsed.sentences[quantity.sentence]
    time: EventTime | None = event_time(parsed, times, quantity.sentence, trigger)
    status = status_of(trigger, each.view)
    if time and (time.method in ("publication", "unknown") or (time.method == "context" and status == "planned")):
        time = None
    relations = {known.relation for known in times[quantity.sentence] if time and known.span == time.span}
    ends_now = time is not None and _ends_now(time, parsed)
    running = ("since" in relations and ends_now) or bool(_is_total(quantity, each) and (ends_now or not relations))
    cumulative = running or quantity.unit == "percent" or quantity.rule_id.startswith("ordinal")
    return replace(quantity, time=time, status=status, cumulative=cumulative)


def _is_total(quantity: Quantity, each: ParsedSentence) -> bool:
    """Whether the words of the count's own clause speak of a total."""
    text, place = each.sentence.text, quantity.span.start - each.start
    first = max((match.end() for match in _CLAUSES.finditer(text, 0, place)), default=0)
    last = _CLAUSES.search(text, place + len(quantity.span.text))
    return bool(_TOTAL.search(text, first, last.start() if last else len(text)))


def _ends_now(time: EventTime, parsed: ParsedArticle) -> bool:
    """Whether a period runs from an earlier day until publication."""
    published = publication_day(parsed.article)
    if published is None or time.start is None or time.end is None:
        return False
    return time.start.date() < published and time.end == midnight(published) + DAY
