"""What holds for any text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.actors import load_actors, resolver
from tests.extractors.actors.reading import parsed

WORDS = st.sampled_from(
    ["The", "Syrian", "and", "army", "'s", "leaders", "of", ",", "Germany", "(", ")", "SOHR", "who", "he", "their",
     "rebels", "said", "-", "backed", "John", "Kerry", "Moscow", "dozens", "former", "president", '"', "we", "in"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=14))
def test_every_party_has_the_words_it_claims(words: list[str]) -> None:
    article = parsed(" ".join(words))
    resolve = resolver(article, load_actors(), None)
    for sentence in article.sentences:
        for token in sentence.doc:
            for party in resolve.parties(sentence.sentence.index, token, role="recipient"):
                assert party.span is not None
                assert article.article.text[party.span.start : party.span.end] == party.text == party.span.text
