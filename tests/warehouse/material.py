"""Extractions made by hand for the tests of the warehouse: small, but with every field in use."""

from datetime import date, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from extractors.model import (
    Article,
    Block,
    Event,
    EventTime,
    Extraction,
    Issue,
    Mention,
    Page,
    Party,
    Place,
    Quantity,
    Sentence,
    Span,
    Status,
)
from warehouse.batches import Batch

RUN = UUID(int=7)
SHELLING = "Army gunners shelled the harbour of Port Anse on Tuesday, killing at least 12 dockers, a medic said."
APPEAL = "The mayor called for a truce."
QUIET = "Nothing else was reported."


def article(number: int = 1, *, edit: str = "", published: date | None = date(2020, 3, 4)) -> Article:
    """Article `number`; `edit` is a paragraph that a later revision adds."""
    texts = ["Harbour shelled", f"{SHELLING} {APPEAL}", QUIET, *([edit] if edit else [])]
    blocks, offset = [], 0
    for position, text in enumerate(texts):
        blocks.append(Block(zone="title" if position == 0 else "paragraph", text=text, start=offset))
        offset += len(text) + 2
    return Article(
        article_key=f"dw:{number}",
        document=f"page-{number}.html",
        url=f"https://news.example/en/a-{number}",
        source="dw",
        kind="article",
        layout="v2",
        language="en",
        kicker="Conflict",
        title="Harbour shelled",
        teaser=None,
        blocks=tuple(blocks),
        image_credits=("A. Photographer",),
        authors=("Jo Writer",),
        desk=("abc",),
        agencies=("AFP", "dpa"),
        published=published,
        published_at=datetime.fromisoformat("2020-03-04T09:30") if published else None,
        date_method="json-ld" if published else None,
        modified_at=datetime.fromisoformat("2020-03-04T10:00"),
    )


def sentences(of: Article) -> tuple[Sentence, ...]:
    """One sentence a block, but two in the first paragraph."""
    found: list[Sentence] = []
    for number, block in enumerate(of.blocks):
        for text in (SHELLING, APPEAL) if block.text.startswith(SHELLING) else (block.text,):
            start = block.start + block.text.index(text)
            found.append(Sentence(index=len(found), block=number, zone=block.zone, text=text, start=start))
    return tuple(found)


def span(of: Article, words: str) -> Span:
    """Words of the article and where they stand."""
    return Span(text=words, start=of.text.index(words))


def tuesday(of: Article) -> EventTime:
    """The day before the article, by the words "on Tuesday"."""
    start = datetime.fromisoformat("2020-03-03")
    return EventTime(
        start=start,
        end=start + timedelta(days=1),
        precision="day",
        value="2020-03-03",
        span=span(of, "Tuesday"),
        method="clause",
    )


def harbour(of: Article) -> Place:
    """Where it happened."""
    return Place(
        name="Port Anse",
        part="harbour",
        span=span(of, "harbour of Port Anse"),
        latitude=12.5,
        longitude=-61.5,
        country="GRD",
        admin1="Saint David",
        precision=1,
        gazetteer="own",
        gazetteer_id="17",
        method="in",
    )


def shelling(of: Article, status: Status = "claimed") -> Event:
    """An ASSAULT with every field in use, told in the title, too."""
    clause = span(of, SHELLING)
    return Event(
        event_type="ASSAULT",
        mode="heavy-weapons",
        status=status,
        actors=(
            Party(
                text="Army gunners",
                name="Grenada Army",
                country="GRD",
                sector="MIL",
                span=span(of, "Army gunners"),
                method="subject",
            ),
            Party(text="their allies", method="context"),
        ),
        recipients=(Party(text="dockers", sector="LAB", span=span(of, "dockers"), method="object"),),
        time=tuesday(of),
        place=harbour(of),
        contexts=("military",),
        attributed_to="a medic",
        attribution_cue="said",
        mentions=(
            Mention(sentence=1, trigger=span(of, "shelled the harbour"), clause=clause),
            Mention(sentence=0, trigger=span(of, "shelled"), clause=span(of, "Harbour shelled")),
        ),
        quantities=(0,),
        rule_id="assault.shell",
        confidence=0.9,
    )


def appeal(of: Article) -> Event:
    """A REQUEST with as few fields as there can be."""
    return Event(
        event_type="REQUEST",
        mode=None,
        status="planned",
        actors=(Party(text="The mayor", method="subject"),),
        recipients=(),
        time=EventTime(start=None, end=None, precision="open", value=None, span=None, method="unknown"),
        place=None,
        mentions=(Mention(sentence=2, trigger=span(of, "called"), clause=span(of, APPEAL)),),
        rule_id="request.call",
        confidence=0.5,
    )


def killed(of: Article) -> Quantity:
    """At least 12 dockers."""
    return Quantity(
        count_type="killed",
        lower=12,
        upper=None,
        qualifier="at_least",
        span=span(of, "at least 12"),
        sentence=1,
        who="dockers",
        unit="people",
        time=tuesday(of),
        cumulative=False,
        place=harbour(of),
        attributed_to="a medic",
        status="claimed",
        rule_id="count.people",
    )


def page(
    number: int = 1, *, body: bytes = b"", published: date | None = None, fetched_at: datetime | None = None
) -> Page:
    """The page of an article."""
    return Page(
        name=f"page-{number}.html",
        body=body or f"<html>{number}</html>".encode(),
        url=f"https://news.example/en/a-{number}",
        published=published,
        media_type="text/html",
        charset="utf-8",
        fetched_at=fetched_at,
    )


def extraction(
    number: int = 1,
    *,
    edit: str = "",
    version: str = "0.1.0",
    published: date | None = date(2020, 3, 4),
    fetched_at: datetime | None = None,
) -> Extraction:
    """Article `number` with two events and a quantity."""
    of = article(number, edit=edit, published=published)
    return Extraction(
        page=page(
            number,
            body=f"<html>{number} {edit}</html>".encode(errors="replace"),
            published=published,
            fetched_at=fetched_at,
        ),
        article=of,
        sentences=sentences(of),
        events=(shelling(of), appeal(of)),
        quantities=(killed(of),),
        issues=(Issue(level="info", code="no_teaser", document=of.document, message="The page has no teaser."),),
        extractor_version=version,
    )


def noise(number: int) -> str:
    """Some 130 kB that cannot be compressed much."""
    return " ".join(sha256(f"{number} {position}".encode()).hexdigest() for position in range(2000))


def unreadable(number: int = 1) -> Extraction:
    """A page that gave no article."""
    return Extraction(
        page=page(number, body=f"\x00{number}".encode()),
        issues=(Issue(level="error", code="binary", document=f"page-{number}.html", message="Not a page."),),
        extractor_version="0.1.0",
    )


def batch(*extractions: Extraction, window: str = "w", source: str = "folder", cursor: str | None = None) -> Batch:
    """A batch of a run."""
    return Batch(source=source, window=window, run_id=RUN, extractions=extractions, cursor=cursor)
