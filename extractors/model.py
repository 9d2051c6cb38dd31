"""The values that cross borders between rooms, each frozen. No behaviour beyond what follows from the fields.

Offsets are code points: `article.text[start:end]` is the text named by `start` and `end`, everywhere.
Unknown is None, never 0 or ''. Days are half-open intervals `[start, end)`.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from hashlib import sha256
from typing import Literal
from uuid import UUID

Zone = Literal["title", "teaser", "heading", "paragraph", "caption"]
ArticleKind = Literal["article", "live", "video", "audio", "gallery"]
DateMethod = Literal["json-ld", "feed", "title", "line", "htmldate", "given"]

QuadClass = Literal["verbal cooperation", "material cooperation", "verbal conflict", "material conflict"]
EventType = Literal[
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE",
    "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
]  # fmt: skip
"""PLOVER 2.0 event types in the order of the manual, one quad class a line."""
Status = Literal["actual", "claimed", "threatened", "denied", "planned", "hypothetical", "negated"]
COUNTED: tuple[Status, ...] = ("actual", "claimed", "threatened")
"""The statuses that are events in the headline views; the others are records of what was said."""
Sector = Literal[
    "COP", "GOV", "JUD", "LEG", "MIL", "PRM", "PTY", "REB", "SPY", "UAF", "UNK",
    "AGR", "BUS", "CRM", "CVL", "EDU", "ELI", "JRN", "LAB", "MED", "REF", "OPP", "PRE", "REL", "SOC",
]  # fmt: skip
"""PLOVER 2.0 sectors; UAF is unknown armed actors, JRN media, MED medical."""
CountType = Literal[
    "killed", "wounded", "displaced", "evacuated", "trapped", "arrested", "missing", "casualties", "victims",
    "to_be_evacuated", "territory_share_pct", "displaced_share_pct",
]  # fmt: skip
"""What happened to people, and shares of territory and population: the codebook's closed list."""
Unit = Literal[
    "people", "family", "household", "percent",
    "house", "building", "settlement", "troops", "vehicle", "tank", "aircraft", "drone", "ship", "weapon", "money",
]  # fmt: skip
Outcome = Literal[
    "destroyed", "damaged", "captured", "lost", "deployed", "withdrawn", "supplied", "pledged", "requested", "paid",
    "frozen", "fired", "intercepted",
]  # fmt: skip
"""What was done to things, troops and money, for which the codebook has no count type."""
TimePrecision = Literal["minute", "daypart", "day", "week", "month", "quarter", "year", "open"]
TimeRelation = Literal["on", "since", "until", "before", "after", "during"]
TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
IssueLevel = Literal["error", "warning", "info"]

QUAD_OF: dict[EventType, QuadClass] = {
    "AGREE": "verbal cooperation",
    "CONSULT": "verbal cooperation",
    "SUPPORT": "verbal cooperation",
    "CONCEDE": "verbal cooperation",
    "COOPERATE": "material cooperation",
    "AID": "material cooperation",
    "RETREAT": "material cooperation",
    "REQUEST": "verbal conflict",
    "ACCUSE": "verbal conflict",
    "REJECT": "verbal conflict",
    "THREATEN": "verbal conflict",
    "PROTEST": "material conflict",
    "SANCTION": "material conflict",
    "MOBILIZE": "material conflict",
    "COERCE": "material conflict",
    "ASSAULT": "material conflict",
}


def stable_uuid(*parts: object) -> UUID:
    """The first 128 bits of SHA-256 over the parts; the same parts give the same id on every machine."""
    return UUID(bytes=sha256("\x1f".join(map(str, parts)).encode()).digest()[:16])


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Bytes as they were fetched or read. `name` is what a person knows the page by: its URL or file name."""

    name: str
    body: bytes
    url: str | None = None
    source: str = "dw"
    media_type: str | None = None
    charset: str | None = None
    published: date | None = None
    published_method: DateMethod = "given"
    """Where `published` comes from when the source and not the page gives it (a feed, seeds.toml)."""
    fetched_at: datetime | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of the body."""
        return sha256(self.body).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One block of an article's text; blocks stand in reading order and are separated by one blank line."""

    zone: Zone
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A page without its furniture. `text` joins its blocks by blank lines."""

    article_key: str
    """`dw:36666667`, or `url:<canonical>`, or `text:<hash>`: the same article wherever it was met."""
    document: str
    """File name or URL the article was read from, for people and for scoring."""
    url: str | None
    source: str
    kind: ArticleKind
    layout: str
    language: str | None
    kicker: str | None
    title: str
    teaser: str | None
    blocks: tuple[Block, ...]
    image_credits: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    desk: tuple[str, ...] = ()
    """Initials of the editors who signed off."""
    agencies: tuple[str, ...] = ()
    published: date | None
    published_at: datetime | None = None
    """UTC, naive, where the page gives a time of day."""
    date_method: DateMethod | None = None
    modified_at: datetime | None = None

    @property
    def text(self) -> str:
        """The whole text that every offset counts in."""
        return "\n\n".join(block.text for block in self.blocks)

    @property
    def content_hash(self) -> str:
        """Names the revision: hex SHA-256 of what a reader reads, not of dates or furniture."""
        return sha256("\x1e".join(f"{b.zone}\x1f{b.text}" for b in self.blocks).encode()).hexdigest()

    @property
    def article_id(self) -> UUID:
        """One id for all revisions."""
        return stable_uuid(self.article_key)

    @property
    def revision_id(self) -> UUID:
        """One id per content of an article."""
        return stable_uuid(self.article_key, self.content_hash)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `index` counts through the article from 0, `block` names its block."""

    index: int
    block: int
    zone: Zone
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Words of the article and where they stand."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeExpression:
    """Words that name a time. `start`/`end` are the half-open interval, None where it is open or cannot be grounded."""

    span: Span
    timex_type: TimexType
    value: str
    """TIMEX3 value, as `2016-12-06`, `2016-W49`, `P7D`, `PAST_REF`."""
    mod: str | None
    start: datetime | None
    end: datetime | None
    precision: TimePrecision
    relation: TimeRelation
    anchor: Literal["publication", "absolute", "mention"]
    rule_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventTime:
    """When an event happened: half-open `[start, end)`, days unless precision is finer; None is open."""

    start: datetime | None
    end: datetime | None
    precision: TimePrecision
    value: str | None
    """TIMEX3 value of the words, None when they are missing."""
    span: Span | None
    """The words; None when the time was inferred."""
    method: Literal["clause", "sentence", "context", "publication", "unknown"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where something happened. `precision` is UCDP where_prec: 1 exact … 6 country, 7 international."""

    name: str
    part: str | None = None
    """"eastern", "Old City": what of the place is meant."""
    span: Span | None = None
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    admin1: str | None = None
    precision: int | None = None
    gazetteer: str | None = None
    gazetteer_id: str | None = None
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """One actor or recipient as the text names it. Unresolved codes are None, the words stay."""

    text: str
    name: str | None = None
    """Canonical name where the party is known: `Syria`, `Sergei Lavrov`."""
    country: str | None = None
    """ISO 3166 alpha-3, or IGO, UNO, EUR, NGO, ISM, IMG, MNC."""
    sector: Sector | None = None
    span: Span | None = None
    """Where the words stand; None when the party was inferred from context."""
    method: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A counted thing with its bounds. `upper` None is open; `lower` None is "nearly 5,000"."""

    count_type: CountType | None
    """None for things, troops and money: `unit` and `outcome` say what is counted."""
    lower: int | None
    upper: int | None
    qualifier: str
    """exact, at_least, more_than, less_than, up_to, about, range, order_of_magnitude, vague."""
    span: Span
    sentence: int
    """Index of the sentence."""
    who: str | None = None
    unit: Unit | None = None
    outcome: Outcome | None = None
    """What was done to it, where there is no count type."""
    currency: str | None = None
    """ISO 4217 code of a sum of money, None where the words do not say which."""
    time: EventTime | None = None
    cumulative: bool = False
    place: Place | None = None
    attributed_to: str | None = None
    status: Status = "actual"
    rule_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """One place in the text that tells an event; the first mention of an event is its evidence."""

    sentence: int
    trigger: Span
    clause: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One act an article reports, told once or several times, with the words that say so."""

    event_type: EventType
    mode: str | None
    status: Status
    actors: tuple[Party, ...]
    recipients: tuple[Party, ...]
    time: EventTime
    place: Place | None
    contexts: tuple[str, ...] = ()
    attributed_to: str | None = None
    attribution_cue: str | None = None
    mentions: tuple[Mention, ...]
    quantities: tuple[int, ...] = ()
    """Positions in the extraction's quantities."""
    rule_id: str
    confidence: float

    @property
    def quad_class(self) -> QuadClass:
        """PLOVER quad class of the type."""
        return QUAD_OF[self.event_type]


@dataclass(frozen=True, slots=True, kw_only=True)
class Issue:
    """Trouble with one page or value: never raised, always stored."""

    level: IssueLevel
    code: str
    document: str
    message: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that one page gave. A page that cannot be read has no article and at least one issue of level error."""

    page: Page
    article: Article | None = None
    sentences: tuple[Sentence, ...] = ()
    events: tuple[Event, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    issues: tuple[Issue, ...] = ()
    extractor_version: str = ""
    counters: dict[str, int] = field(default_factory=dict, compare=False)
    """What was tried and left out, for the run's summary."""
