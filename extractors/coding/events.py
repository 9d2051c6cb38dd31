"""Code an article: every sentence's matches become drafts, drafts that tell one act become one event."""

from collections.abc import Sequence

from extractors.coding.confidence import confidence
from extractors.coding.counts import attach_quantities
from extractors.coding.drafts import Draft, draft, with_causes
from extractors.coding.embedding import with_embedded
from extractors.coding.fusing import fuse
from extractors.coding.lexicon import Lexicon
from extractors.coding.match import matches
from extractors.coding.merging import best_told, merge
from extractors.coding.reading import ArticleReading
from extractors.coding.recalled import with_recalled
from extractors.coding.shaped import as_between
from extractors.coding.tellable import tellable
from extractors.coding.uttered import as_uttered
from extractors.model import Event, Mention


def code_events(reading: ArticleReading, lexicon: Lexicon) -> tuple[Event, ...]:
    """All events of an article in the order in which it tells them."""
    drafts = [made for number in range(len(reading.trees)) for made in code_sentence(reading, lexicon, number)]
    return tuple(_event(group) for group in merge(with_recalled(drafts)))


def code_sentence(reading: ArticleReading, lexicon: Lexicon, number: int) -> list[Draft]:
    """The drafts of one sentence, echoes and empty ones left out."""
    return [made for made in fuse(draft_sentence(reading, lexicon, number)) if tellable(made)]


def draft_sentence(reading: ArticleReading, lexicon: Lexicon, number: int) -> list[Draft]:
    """Every match of one sentence as a draft."""
    found = (draft(match, reading) for match in matches(reading.view(number), lexicon))
    drafts = [as_uttered(as_between(made), reading) for made in found]
    return attach_quantities(with_embedded(with_causes(drafts)), reading)


def _event(group: Sequence[Draft]) -> Event:
    best = best_told(group)
    mentions = [best.mention, *(made.mention for made in group if made.mention != best.mention)]
    return Event(
        event_type=best.event_type,
        mode=best.mode,
        status=best.status,
        actors=best.actors,
        recipients=best.recipients,
        time=best.time,
        place=best.place,
        contexts=best.sense.contexts,
        attributed_to=best.source,
        attribution_cue=best.cue,
        mentions=_distinct(mentions),
        quantities=tuple(sorted({number for made in group for number in made.quantities})),
        rule_id=best.sense.id,
        confidence=confidence(best, len(group)),
    )


def _distinct(mentions: Sequence[Mention]) -> tuple[Mention, ...]:
    return tuple(dict.fromkeys(mentions))
