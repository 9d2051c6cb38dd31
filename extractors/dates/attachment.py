"""Which time expression dates which event: by clause, not by sentence."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final, Literal

from extractors.dates.aftermath import (
    below,
    is_aftermath,
    is_suspected,
    left_by_the_present,
    named_day,
    named_with,
    told_of,
)
from extractors.dates.articles import publication_day
from extractors.dates.clauses import (
    auxiliaries,
    has_subject,
    is_narrative,
    is_past_perfect,
    is_reported,
    link,
    marker,
    predicate_of,
    subordinates,
)
from extractors.dates.intervals import DAY, interval_of, midnight, precision_of
from extractors.dates.naming import WRITING, names_a_thing
from extractors.dates.narrative import Times, inherited, lead_day
from extractors.dates.relating import (
    at_distance,
    begun,
    bounded,
    distance_of,
    goes_with,
    near_noun,
    of_a_noun,
    of_the_war,
    own_of_noun,
    tells_of_the_lead,
)
from extractors.dates.usable import Dated, usable_times
from extractors.language.pipeline import ParsedArticle
from extractors.language.tokens import Token
from extractors.model import EventTime, TimeExpression

Method = Literal["clause", "sentence", "context"]

_FINENESS: Final = ("minute", "daypart", "day", "week", "month", "quarter", "year", "open")
_SIMULTANEOUS: Final = frozenset({"when", "as", "while", "after", "before", "once", "where", "until", "amid", ""})
_BACKGROUND: Final = frozenset({"previously", "repeatedly", "already", "long", "formerly", "once", "often", "before"})


def event_time(parsed: ParsedArticle, times: Times, sentence: int, trigger: Token) -> EventTime:
    """When the event told by `trigger` in the sentence happened.

    Its own clause decides, then the clauses that share its time, then a narrative it continues, then the
    publication day (method "publication"). Undated background ("had threatened") is open at its start.
    """
    published = publication_day(parsed.article)
    here = parsed.sentences[sentence]
    dated = usable_times(here, times[sentence])
    distance = distance_of(here, times[sentence], dated, trigger)
    if distance is not None:
        other = event_time(parsed, times, sentence, distance.governor)
        if other.method == "publication" and tells_of_the_lead(distance.governor):
            lead = lead_day(parsed, times)
            other = as_event_time(lead, "context", published) if lead else other
        if other.start is not None and other.end is not None:
            return at_distance(distance, other.start, other.end)
    found = _in_sentence(dated, trigger, published)
    if found and not (found[0].relation == "on" and is_suspected(trigger)):
        return as_event_time(*found, published)
    clause = predicate_of(trigger)
    if published and _is_background(clause):
        return _plain(None, midnight(published) + (0 if _has_cue(clause) else 1) * DAY, "context")
    told_before = inherited(parsed, times, sentence, clause)
    if told_before:
        return as_event_time(told_before, "context", published)
    if published is None:
        return EventTime(start=None, end=None, precision="open", value=None, span=None, method="unknown")
    return EventTime(
        start=midnight(published),
        end=midnight(published) + DAY,
        precision="day",
        value=None,
        span=None,
        method="publication",
    )


def _plain(start: datetime | None, end: datetime | None, method: Method) -> EventTime:
    return EventTime(start=start, end=end, precision="open", value=None, span=None, method=method)


def _in_sentence(dated: list[Dated], trigger: Token, published: date | None) -> tuple[TimeExpression, Method] | None:
    if not dated:
        return None
    clause = predicate_of(trigger)
    if trigger.lemma_ not in WRITING:
        dated = [each for each in dated if not names_a_thing(each.head) or below(trigger, each.head.head)]
    opened = _opening_clause(dated, clause)
    if opened:
        return opened, "clause"
    named = named_day(dated, trigger)
    if named:
        return _as_whole(named.time), "clause"
    if is_aftermath(trigger, clause):
        own = [each for each in dated if below(each.head, trigger) and named_with(each, trigger)]
        own = (
            own
            or own_of_noun(dated, trigger, clause)
            or told_of(dated, trigger)
            or left_by_the_present(dated, trigger, published)
        )
        return (bounded(_best(own, trigger), trigger, published), "clause") if own else None
    searches: tuple[tuple[Method, Callable[[], list[Dated]]], ...] = (
        ("clause", lambda: [each for each in dated if each.clause != trigger and below(each.head, trigger)
                            and each.clause == clause and near_noun(each, trigger)
                            and not _modifies_other(each, trigger)]),
        ("clause", lambda: [each for each in dated if each.clause == clause and not _modifies_other(each, trigger)]),
        ("clause", lambda: _antecedent(dated, clause)),
        ("clause", lambda: [each for each in _coordinated(dated, clause) if not _ahead(each, clause, published)
                            and not names_a_thing(each.head)]),
        ("clause", lambda: begun(dated, clause)),
        ("clause", lambda: of_the_war(dated, clause, published)),
        ("clause", lambda: _circumstance(dated, clause)),
        ("clause", lambda: told_of(dated, trigger)),
        ("clause", lambda: left_by_the_present(dated, trigger, published)),
        ("sentence", lambda: [each for each in _governing(dated, clause) if not _ahead(each, clause, published)]),
    )  # fmt: skip
    for method, search in searches:
        candidates = search()
        if candidates:
            own = [each for each in candidates if not of_a_noun(each, candidates, trigger)]
            return bounded(_best(own or candidates, trigger), trigger, published), method
    return None


def _opening_clause(dated: list[Dated], clause: Token) -> TimeExpression | None:
    """ "Since 2011, when forces launched a campaign": the year dates the launch as a whole."""
    for each in dated:
        after = each.head.i + 1
        while after < len(each.head.doc) and (
            each.head.doc[after].lower_ in (",", "of") or each.head.doc[after].tag_ == "CD"
        ):
            after += 1
        if after < len(each.head.doc) and each.head.doc[after].lower_ == "when" and clause.i > after:
            opened = predicate_of(each.head.doc[after])
            if opened != each.clause and (opened == clause or goes_with(clause, opened)):
                return _as_whole(each.time)
    return None


def _as_whole(time: TimeExpression) -> TimeExpression:
    whole = interval_of(time.value, time.mod)
    if whole is None:
        return time
    return _replaced(time, whole)


def _replaced(time: TimeExpression, whole: tuple[datetime, datetime]) -> TimeExpression:
    return TimeExpression(
        span=time.span, timex_type=time.timex_type, value=time.value, mod=time.mod, start=whole[0], end=whole[1],
        precision=time.precision, relation="on", anchor=time.anchor, rule_id=time.rule_id,
    )  # fmt: skip


def _modifies_other(each: Dated, trigger: Token) -> bool:
    """Whether the expression sits in a possessive or a compound of another noun: "Monday's attack"."""
    if each.time.relation in ("since", "until"):
        return False  # "since Monday's coup" bounds what the clause tells
    token = each.head
    while token != each.clause and token.head != token:
        if token.head.tag_ == "CD":
            return False  # "in early June eight people died": parsers tie the month to the number
        if token.dep_ in ("nmod:poss", "poss", "compound", "amod", "nummod") and not below(trigger, token.head):
            cases = {child.lower_ for child in token.head.children if child.dep_ == "case"}
            signed = token.tag_ == "CD" and trigger.lemma_ in WRITING  # "who signed the 2016 accord"
            return not signed and not cases & {"in", "during"}  # "was killed in Monday's attack" is dated by it
        if names_a_thing(token) and not below(trigger, token.head) and trigger.lemma_ not in WRITING:
            return True
        token = token.head
    return False


def _antecedent(dated: list[Dated], clause: Token) -> list[Dated]:
    """ "The bombing on Monday, which killed 12": the noun that the relative clause explains."""
    kind, _ = link(clause)
    if kind != "relative":
        return []
    return [each for each in dated if each.head.head == clause.head and each.head != clause]


def _coordinated(dated: list[Dated], clause: Token) -> list[Dated]:
    kind, above = link(clause)
    if kind == "conjunct":
        shared = [each for each in dated if each.clause == above]
        if shared:
            return shared
    joined = [child for child in clause.children if child.dep_ == "conj"]
    gapped = [each for each in joined if not has_subject(each) or (not auxiliaries(each) and each.tag_ == "VBN")]
    # "300,000 were killed and half the population displaced since 2011": the parser may hang the second half on a noun
    hidden = [each.clause for each in dated if _gapped_on_noun(each.clause, clause)]
    return [each for each in dated if each.clause in gapped or each.clause in hidden]


def _ahead(each: Dated, clause: Token, published: date | None) -> bool:
    """ "Called a march for Monday and demanded talks": a day to come does not date what is past."""
    start = each.time.start
    return clause.tag_ == "VBD" and bool(published and start and start.date() > published)


def _gapped_on_noun(participle: Token, clause: Token) -> bool:
    noun = participle.head
    joined = participle.tag_ == "VBN" and participle.dep_ == "acl" and noun.dep_ == "conj"
    return joined and predicate_of(noun) == clause and clause.tag_ == "VBN"


def _circumstance(dated: list[Dated], clause: Token) -> list[Dated]:
    """ "Speaking on Tuesday, she called", "killed when a bomb exploded on Tuesday"."""
    circumstances = [
        each for each in subordinates(clause) if marker(each) in _SIMULTANEOUS and not is_past_perfect(each)
    ]
    framing = [each for each in dated if each.clause in circumstances and each.time.relation != "since"]
    return [each for each in framing if not _modifies_other(each, clause)]


def _governing(dated: list[Dated], clause: Token) -> list[Dated]:
    """The clause above, and the next one up, as long as each only frames what it governs."""
    told = is_narrative(clause)
    for _ in range(4):
        kind, above = link(clause)
        if above == clause or kind == "relative":
            return []
        found = [each for each in dated if each.clause == above and not _bounds(each, kind, told)]
        if found:
            return found
        clause = above
    return []


def _bounds(each: Dated, kind: str, told: bool) -> bool:
    """Whether a time of the clause above only bounds that clause."""
    if each.time.relation == "since" and told:
        return True
    return kind == "content" and each.time.relation in ("since", "until", "before")


def _best(candidates: list[Dated], trigger: Token) -> Dated:
    """A dated one before a vague one, one that hangs on the trigger itself before another, then the nearest."""
    return min(
        candidates,
        key=lambda each: (
            each.time.start is None,
            each.time.precision == "open",
            each.time.timex_type == "DURATION",
            each.head.head != trigger,
            _FINENESS.index(each.time.precision),
            abs(each.head.i - trigger.i),
        ),
    )


def as_event_time(time: TimeExpression, method: Method, published: date | None) -> EventTime:
    """The interval of a time expression as that of an event."""
    end = time.end
    if time.relation == "until" and published and end and end > midnight(published) + DAY and time.start is None:
        return _plain(None, end, method)
    return EventTime(
        start=time.start,
        end=end,
        precision=precision_of(time.start, end),
        value=time.value,
        span=time.span,
        method=method,
    )


def _is_background(clause: Token) -> bool:
    if is_past_perfect(clause) and not is_reported(clause):
        return True
    return _has_cue(clause) and ({"has", "have"} & set(auxiliaries(clause)) != set() or clause.tag_ == "VBD")


def _has_cue(clause: Token) -> bool:
    return any(child.lower_ in _BACKGROUND for child in clause.children if child.dep_ == "advmod")
