"""What one line of a news page is, told from its form: sign-off, picture credit, notice, ad, link, head of the tail.

The rules know the fixed labels of DW's pages in English and German and the shapes that surround them; they never
know an article. HTML pages and text dumps use the same rules.
"""

import re
from dataclasses import dataclass

from .text import ends_sentence


def _any(*patterns: str) -> str:
    """One group of alternatives."""
    return f"(?:{'|'.join(patterns)})"


# "Image" as DW labels its pictures, per language of the site.
_IMAGE = _any(
    "Image", "Bild", "Imagen", "Imagem", "Immagine", "Foto", "Fotó", "Photo", "Фото", "Снимка", "Зображення", "Слика",
    "Φωτογραφία", "Fotografie", "Fotoğraf", "Zdjęcie", "Obraz", "Slika", "Picha", "Hoto", "Gambar",
)  # fmt: skip
_CREDIT = re.compile(rf"(?P<caption>.*?)(?:^|(?<=\S)|(?<=[.!?…”\"'] )){_IMAGE}:\s+(?P<credit>\S.{{0,160}})$")

_AGENCY = _any(
    "[Aa][Ff][Pp]", "AFPE", "A[Pp]", "ap", "[Rr]euters", "REUTERS", "rtr", "RTR", "[Dd][Pp][Aa]", "dpae", "dpad",
    "dapd", "[Ee][Pp][Dd]", "KNA", "kna", "SID", "sid", "EFE", "ANSA", "Lusa", "Interfax", "T[Aa][Ss][Ss]", "RIA",
    "Xinhua", "Kyodo", "IANS", "PTI", "ANI", "Bloomberg", "UPI", "APE", "EBU", "KUNA", "SANA", "MENA", "Belga", "APA",
    "SDA", "ATS", "CTK", "PAP",
)  # fmt: skip
_SOURCE = r"(?:with )?[\w.&'’-]+(?: [\w.&'’-]+){0,4}"
_INITIALS = r"[^\W\d_]{1,5}"
_SIGNED = rf"{_INITIALS}(?:\s?[,/]\s?{_INITIALS}|\s{_INITIALS}(?=[\s,/(]))*"
_WITH = (
    r"(?:with|mit|nach)(?: (?:information|material) from| Material von)? "
    rf"(?P<with>{_AGENCY}(?:,? (?:and |und )?{_AGENCY})*)"
)
_SIGN_OFF = re.compile(
    rf"(?:(?P<desk>{_SIGNED})\s?\((?P<agencies>{_SOURCE}(?:\s?[,/;]\s?{_SOURCE})*)\)"
    rf"|\((?P<only>{_AGENCY}(?:\s?[,/]\s?{_SOURCE})*)\)"
    rf"|(?P<bare>{_INITIALS}(?:, ?{_INITIALS})*(?:/{_INITIALS}(?:, ?{_INITIALS})*)+)(?: {_WITH})?)\.?"
)
_SIGN_OFF_TAIL = re.compile(rf"(?<=[.!?\"”’])\s(?P<line>{_INITIALS}(?:[,/]\s?{_INITIALS})*\s?\([^()]{{2,60}}\))\.?$")

_NOTICE = re.compile(
    _any(
        # players and embedded things
        r"(?:to view this (?:video|content)|um dieses video).*(?:javascript|html5|browser).*",
        r"this browser does not support the \w+ element\.?",
        r"(?:dieser|ihr) browser unterstützt .{0,60}",
        r"(?:external content|externer inhalt|external|loading|advertisement|anzeige|werbung)\.?",
        # the state of the page
        r"more to (?:follow|come)\b.{0,30}",
        r"(?:mehr in kürze|weitere informationen folgen)\b.{0,30}",
        r"this (?:is a (?:developing|breaking)(?: news)? story|story is being updated).{0,120}",
        r"this (?:live updates? |updates? )?article (?:was|is|has been) "
        r"(?:last |being |originally |first |automatically )?"
        r"(?:translated|adapted|updated|closed|published|written|edited|corrected).{0,160}",
        r"dieser (?:artikel|text|beitrag) (?:wurde|ist|erschien) .{0,40}"
        r"(?:aktualisiert|übersetzt|adaptiert|erschienen|veröffentlicht).{0,80}",
        r"(?:we are now closing|these live updates|this live (?:updates|blog)).{0,200}",
        r"(?:dieser liveticker|dieses? liveblog).{0,200}",
        # the house speaks of itself
        r"(?:every|jeden) (?:day|week|evening|[a-z]+day), dw.{0,200}",
        r"while you.re here: every .{0,200}",
        r"(?:you can (?:sign up|find .{1,40} here)|sign up (?:here|for)|hier können sie .{0,30}abonnieren).{0,200}",
        r"(?:follow|like|find) (?:dw|us) on .{0,80}",
        r"(?:edited|adapted|translated|written|compiled) by:? .{2,80}",
        r"(?:redaktion|bearbeitet von|bearbeitung|adaption|übersetzung): .{2,80}",
        # menus and banners
        r"(?:we use cookies|wir verwenden cookies).{0,200}",
        r"(?:copy link|link kopieren)",
        r"(?:page|seite) \d+ (?:of|von) \d+",
        r"(?:skip|jump) to .{2,40}",
        r"(?:zum|zur) [\w ]{3,30} springen",
        r"(?:send us your )?feedback:?",
        r"live tv|latest audio ?latest videos|print|drucken",
        r"share (?:on|via|this)\b.{0,40}",
    ),
    re.IGNORECASE,
)
_READ_MORE = re.compile(
    _any(
        r"(?:read|see|watch|listen|learn) (?:more|also|too|our|here|now)\b",
        r"also read\b",
        r"(?:also )?(?:read|watch|see|listen):",
        r"(?:find out more|click here)(?=:)",
        r"lesen sie (?:auch|mehr|dazu|hier)",
        r"mehr (?:dazu|zum thema|lesen)\b",
        r"(?:sehen|hören) sie (?:auch|hier)",
    ),
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:opinion|related(?: content)?|background|more on (?:this|the)[\w ]{0,20}|meinung|kommentar): .+", re.IGNORECASE
)
_GRAPHIC = re.compile(
    r"(?:infogra[fp]h?i[kc]|dw (?:infogra\w+|graphic)|map|karte|chart|grafik)\b[^.!?]{0,120}", re.IGNORECASE
)
_CLOCK = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?: ?(?:min\.?|mins|minuten))?"
_MEDIA = re.compile(
    _any(
        r"(?:watch|play|listen to|hear) (?:the )?(?:video|audio|interview|report)",
        r"video (?:ansehen|anschauen)",
        r"audio (?:anhören|abspielen)",
        r"video",
        r"audio",
    )
    + rf"?\s?{_CLOCK}",
    re.IGNORECASE,
)
_PERMALINK = re.compile(r"(?:permalink:? ?)?https?://p\.dw\.com/p/\w+(?:\?\S*)?", re.IGNORECASE)
_SKIP = re.compile(
    r"skip next section (?P<en>.+)|(?:nächsten abschnitt|abschnitt) (?P<de>.+?) überspringen", re.IGNORECASE
)
_TAIL = re.compile(
    _any(
        "explore more", "related topics", "dw.s top story", "more stories from dw", "send us your feedback.*",
        "go to homepage", "dw recommends", "audios? and videos? on th(?:e|is) topic", "more on the topic",
        "latest programs?", "www links?", "related subjects [^.]*", "keywords [^.]*",
        r"(?:date|datum) \d{1,2}\.\d{1,2}\.\d{4}", "mehr zum thema", "verwandte themen", "themenseiten[^.]*",
        "schlagwörter [^.]*", "die redaktion empfiehlt", "audio und video zum thema", "top-?thema(?: der dw)?",
        "weitere themen", "mehr von dw", "weitere beiträge[^.]*", "zur startseite", "schicken sie uns .*feedback.*",
        "das thema im programm",
    ),
    re.IGNORECASE,
)  # fmt: skip
_DAY = r"[A-Z][a-zä]{2,8} \d{1,2}, \d{4}|\d{1,2}\.\d{1,2}\.\d{4}|\d{2}/\d{2}/\d{4}"
_AGO = r"(?:\d{1,2}|an|one) (?:minutes?|hours?|days?) ago|[Vv]or \d{1,2} (?:Minuten|Stunden|Tagen)"
_CARD = re.compile(rf"[^\W\d][\w ,&'’-]{{1,40}}?(?:{_AGO}|{_DAY})(?: ?\d{{1,2}}:\d{{2}} min| ?\d+ images?)?")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignOff:
    """Who edited a story and which agencies it rests on."""

    desk: tuple[str, ...]
    agencies: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A caption and the credit that was glued to it; either may be missing."""

    caption: str | None
    credit: str


def sign_off(line: str) -> SignOff | None:
    """Read "rs, es/kms, se (AFP, Reuters, dpa)"; None where the line is no sign-off."""
    match = _SIGN_OFF.fullmatch(line) if len(line) <= 120 else None
    if match is None:
        return None
    desk = re.split(r"[\s,/]+", match["desk"] or match["bare"] or "")
    named = match["agencies"] or match["only"] or match["with"] or ""
    if match["desk"] and not _plausible(desk, named):
        return None
    agencies = (re.sub(r"^with ", "", a.strip()) for a in re.split(r"[,/;]| and | und ", named))
    return SignOff(desk=tuple(d for d in desk if d), agencies=tuple(a for a in agencies if a))


def _plausible(desk: list[str], named: str) -> bool:
    """Tell initials from a short name or word before brackets: an agency is named, or all initials are lower case."""
    return bool(re.search(rf"\b{_AGENCY}\b", named)) or (all(d.islower() for d in desk if d) and len(desk) > 1)


def split_sign_off(paragraph: str) -> tuple[str, SignOff | None]:
    """The paragraph without the sign-off that a line break lost its own line for."""
    match = _SIGN_OFF_TAIL.search(paragraph)
    signed = sign_off(match["line"]) if match else None
    if match is None or signed is None or not signed.agencies:
        return paragraph, None
    return paragraph[: match.start()], signed


def picture(line: str) -> Picture | None:
    """Read "captionImage: credit" and "Image: credit"."""
    match = _CREDIT.fullmatch(line) if len(line) <= 800 and ":" in line else None
    if match is None or (len(match["credit"]) > 60 and ends_sentence(match["credit"])):
        return None
    return Picture(caption=match["caption"].strip() or None, credit=match["credit"].strip())


def is_notice(line: str) -> bool:
    """Whether the line speaks of the page and not of the world: players, ads, updates, newsletters, editors."""
    return bool(_NOTICE.fullmatch(line) or _GRAPHIC.fullmatch(line) or is_permalink(line))


def is_permalink(line: str) -> bool:
    """Whether the line is the page's short link."""
    return bool(_PERMALINK.fullmatch(line))


def is_read_more(line: str) -> bool:
    """Whether the line points to another story."""
    match = _READ_MORE.match(line)
    if match is None:
        return bool(_LABELLED.fullmatch(line)) and not ends_sentence(line)
    rest = line[match.end() :].lstrip()
    return rest.startswith(":") or match[0].endswith(":") or not ends_sentence(line) or len(line) < 60


def is_media(line: str) -> bool:
    """Whether the line starts a player: "Watch video 02:17"."""
    return bool(_MEDIA.fullmatch(line))


def is_card(line: str) -> bool:
    """Whether the line dates another story's teaser: "ConflictsMarch 2, 202302:46 min", "Politics2 hours ago"."""
    return bool(_CARD.fullmatch(line))


def skipped_section(line: str) -> str | None:
    """The name in "Skip next section NAME"."""
    match = _SKIP.fullmatch(line)
    return (match["en"] or match["de"]) if match else None


def is_tail(line: str) -> bool:
    """Whether all that follows belongs to other stories or to the site."""
    return bool(_TAIL.fullmatch(skipped_section(line) or line))


def is_furniture(line: str) -> bool:
    """Whether a line inside an article is none of its text."""
    return is_notice(line) or is_read_more(line) or is_media(line) or is_card(line) or skipped_section(line) is not None
