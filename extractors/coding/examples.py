"""Run the lexicon's own examples: each positive must give its sense, each negative must not."""

from collections.abc import Iterable

from extractors.coding.attribution import source_of
from extractors.coding.frame import SentenceView
from extractors.coding.lexicon import Lexicon, Sense
from extractors.coding.match import matches
from extractors.coding.topics import article_topics, sentence_topics
from extractors.language.pipeline import Pipeline
from extractors.language.repair import repair
from extractors.language.tokens import Tokens
from extractors.language.tree import Node, Tree, read_tree


def failures(senses: Iterable[Sense], lexicon: Lexicon, pipeline: Pipeline) -> list[str]:
    """One line for each example that does not do what its entry says."""
    cases = [
        (sense, text, wanted)
        for sense in senses
        for wanted, texts in ((True, sense.positive), (False, sense.negative))
        for text in texts
    ]
    found = []
    docs = pipeline.nlp.pipe(text for _, text, _ in cases)
    for (sense, text, wanted), doc in zip(cases, docs, strict=True):
        tree = repair(read_tree(Tokens(doc), ud=pipeline.view.ud))
        given = {match.sense.id for match in matches(view_alone(tree), lexicon)}
        if (sense.id in given) != wanted:
            verb = "does not give" if wanted else "must not give"
            found.append(f"{sense.source}: {text!r} {verb} {sense.id} (gives {', '.join(sorted(given)) or 'nothing'})")
    return found


def view_alone(tree: Tree) -> SentenceView:
    """A sentence seen without its article: a name is a party, and nobody is quoted but by the sentence itself."""
    named = {n: entity.label for entity in tree.entities for n in range(entity.first, entity.last + 1)}

    def is_party(node: Node) -> bool:
        return node.i in named

    def is_place(node: Node) -> bool:
        return named.get(node.i) == "LOC"

    topics = sentence_topics(tree, article_topics([]))

    def speakers(node: Node) -> tuple[Node, ...]:
        found = source_of(node)
        return found.nodes if found is not None else ()

    return SentenceView(tree, topics, is_party, lambda _: False, is_place, speakers)
