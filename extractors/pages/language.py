"""Which language a text is in, from its most frequent small words. Enough to tell English from what is not."""

import re
from collections import Counter

_SMALL_WORDS = {
    "en": "the of and to in a is that for it was on with as by at from has are have were his their said not which",
    "de": "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus hat",
    "fr": "de la le et les des en un une du dans est que pour qui par sur au pas il plus ne ce avec sont se",
    "es": "de la que el en y a los del se las por un para con no una su al lo como más es fue ha",
    "pt": "de a o que e do da em um para com não uma os no se na por mais as dos como foi ao",
    "it": "di e il la che in a per un del è non una i con si da le dei al più sono ha nel",
    "nl": "de van het een en in is dat op te zijn met voor niet aan er om ook als dan maar door",
    "pl": "w i na z się do nie że o jest to od po jak za przez dla jego są był",
    "tr": "ve bir bu da de için ile olarak çok daha olan gibi en kadar sonra ise",
    "id": "yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena",
    "ru": "и в на не что с по как это из за от для его к при также был",
    "uk": "і в на не що з до як це та від за для його у про також був",
}
_SETS = {language: frozenset(words.split()) for language, words in _SMALL_WORDS.items()}


def language_of(text: str) -> str | None:
    """ISO 639-1 code of the best match; None where too few words speak for any language."""
    words = re.findall(r"[^\W\d_]+", text[:5_000].lower())
    count = Counter(words)
    score = Counter({language: sum(count[w] for w in small) for language, small in _SETS.items()})
    (best, hits), (_, second) = score.most_common(2)
    return best if hits >= max(2, len(words) * 0.08) and hits > second else None
