"""Mend the mistakes a small parser makes again and again in news, so that every reader of the tree profits.

Each repair knows one garden path by its shape and leaves the tree alone where the shape is not plain.
"""

from extractors.language import main_clauses, subclauses, titles_and_times, word_repairs
from extractors.language.tokens import Tokens
from extractors.language.tree import Node, Tree


def repair(tree: Tree) -> Tree:
    """Mend the tree in place, and give it back."""
    nodes = tree.nodes
    titles_and_times.label_before_colon(tree)
    for node in nodes:
        word_repairs.possessive_name(node)
        word_repairs.noun_tag(node)
        word_repairs.irregular_past(node)
        word_repairs.opening_plural(node)
        word_repairs.resultative(node)
        word_repairs.plural_verb(node)
        word_repairs.compound_subject(node)
        word_repairs.predicate_object(node)
        word_repairs.noun_with_preposition(node)
    for node in nodes:
        subclauses.subordinate_garden_path(node)
        subclauses.interrupted_complement(node)
        subclauses.that_gerund(node, nodes)
        subclauses.attributive_clause(node)
        subclauses.prepositional_subject(node)
        subclauses.second_complement(node)
        subclauses.told_that(node)
        subclauses.charged_with(node)
        word_repairs.perfect(node)
        word_repairs.particle(node)
        word_repairs.besieged_object(node)
        subclauses.unmarked_subject(node)
        titles_and_times.adjective_for_verb(node)
        titles_and_times.title_before_name(node, tree)
        titles_and_times.when_after_time(node, tree)
    for root in tree.roots:
        main_clauses.relative_main_clause(root)
        main_clauses.participle_garden_path(root, nodes)
        main_clauses.main_clause_garden_path(root)
        main_clauses.coordinated_subject(root)
    for node in nodes:
        subclauses.clause_on_noun(node)
        word_repairs.bare_passive(node)
    return tree


def write_back(tree: Tree, doc: Tokens) -> None:
    """Give the words of a UD sentence the mended heads, relations and tags, so that their readers see them too."""
    moved = False
    for node, token in zip(tree.nodes, doc, strict=True):
        token.dep_ = node.dep
        if token.tag_ != node.tag:
            token.tag_ = node.tag
            token.pos_ = "VERB" if node.verbal else "NOUN" if node.nominal else token.pos_
        moved = moved or _head(node) != token.head.i
    if moved:
        doc.hang([_head(node) for node in tree.nodes])


def _head(node: Node) -> int:
    return node.i if node.head is None else node.head.i
