"""One spelling for a name however it is written: the key under which names are stored and looked up."""

import re
import unicodedata
from functools import lru_cache

_LETTERS = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "ə": "e", "æ": "ae", "œ": "oe", "þ": "th", "ß": "ss",
        "ħ": "h", "&": " and ",
        **dict.fromkeys("'’‘ʻʼʽʾʿ`´ʹʺ′.\u200b\u200c\u200d\u00ad", ""),
        **dict.fromkeys("-‐‑‒–—/_,()\u00a0", " "),
    }
)  # fmt: skip
_MARKS = re.compile(r"[\u0300-\u036f]")
_ARTICLE = re.compile(r"^(?:the )+(?=\S)")


@lru_cache(maxsize=1 << 16)
def fold(name: str) -> str:
    """The name in lower case without accents, apostrophes, hyphens, full stops, outer blanks or a leading "the"."""
    if name.isascii():
        plain = name.lower()
    else:
        # "🄐" becomes "(A)" only when it is decomposed, so capitals are folded behind that as well
        plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name.casefold()).casefold())
        plain = unicodedata.normalize("NFC", _MARKS.sub("", plain))
    return _ARTICLE.sub("", " ".join(plain.translate(_LETTERS).split()))
