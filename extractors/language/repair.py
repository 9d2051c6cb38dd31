"""Mend the mistakes a small parser makes again and again in news, so that every reader of the tree profits.

Each repair knows one garden path by its shape and leaves the tree alone where the shape is not plain. What each sets
right and wrong is measured by `python -m tests.quality.measure_repairs`; one that no longer helps is deleted.
"""

from collections.abc import Iterable

from extractors.language import (
    clause_parts,
    conjuncts,
    coordination,
    headlines,
    lost_clauses,
    lost_verbs,
    objects,
    strayed_words,
    subclauses,
    titles_and_times,
    verb_frames,
    word_repairs,
)
from extractors.language.pipeline import ParsedSentence
from extractors.language.repairs import Stage
from extractors.language.tokens import Tokens
from extractors.language.tree import Node, Tree, read_tree

_WORDS = Stage(
    titles_and_times.label_before_colon,
    word_repairs.islamic_state,
    word_repairs.noun_tag,
    word_repairs.irregular_past,
    word_repairs.passive_tag,
    word_repairs.opening_plural,
    word_repairs.compound_subject,
    word_repairs.predicate_object,
    word_repairs.noun_with_preposition,
    strayed_words.named_in_quotes,
    objects.hyphen,
    objects.small_letter_name,
    objects.object_in_two,
    objects.untagged_object,
    objects.reflexive,
    objects.loose_particle,
    objects.particle_as_clause,
    clause_parts.infinitive_mark,
    clause_parts.infinitive_of_noun,
    clause_parts.passive_without_be,
    objects.helped_to,
    objects.only_object,
    objects.shot_dead,
    objects.receiver,
    objects.first_of_two_objects,
    objects.bare_oblique,
    objects.shot_at,
    lost_clauses.agent_gerund,
    lost_clauses.infinitive_as_phrase,
    strayed_words.hostile_fire,
    headlines.name_before_time,
    verb_frames.never_passive,
    verb_frames.active_past,
    verb_frames.conjunction_of_subject,
    verb_frames.reason_behind_over,
    verb_frames.elsewhere,
    word_repairs.capital_object,
    verb_frames.agent_of_active,
    verb_frames.participle_for_verb,
)
_CLAUSES = Stage(
    lost_clauses.joined_clause,
    lost_clauses.clause_before_comma,
    titles_and_times.relative_behind_day,
    lost_clauses.active_with_object,
    lost_clauses.subject_behind_link,
    lost_clauses.main_verb_behind_state,
    lost_clauses.participle_set_off,
    lost_clauses.subject_behind_relative,
    subclauses.subordinate_garden_path,
    strayed_words.subject_of_auxiliary,
    strayed_words.blamed_on,
    strayed_words.against_whom,
    conjuncts.listed_name,
    conjuncts.demanded_verb,
    conjuncts.further_charge,
    conjuncts.list_of_charges,
    conjuncts.conjunct_of_infinitive,
    coordination.said_clause,
    coordination.conjunct_of_gerund,
    coordination.clause_of_its_own,
    coordination.past_behind_modal,
    coordination.named_so,
    coordination.second_name,
    coordination.clause_behind_semicolon,
    coordination.listed_participle,
    coordination.participle_before_noun,
    subclauses.interrupted_complement,
    subclauses.behind_aside,
    subclauses.attributive_clause,
    subclauses.second_complement,
    subclauses.told_that,
    titles_and_times.purpose_of_stay,
    word_repairs.particle,
    word_repairs.besieged_object,
    titles_and_times.adjective_for_verb,
)
_MAIN = Stage(
    lost_verbs.verb_before_its_object,
    lost_verbs.verb_tagged_as_noun,
    lost_verbs.main_clause_garden_path,
)
_LAST = Stage(
    verb_frames.phrase_as_clause,
    clause_parts.gerund_subject,
    clause_parts.agent_behind_charge,
    clause_parts.agent_behind_under,
    clause_parts.bare_gerund,
    clause_parts.subjected_to,
    subclauses.clause_on_noun,
    word_repairs.bare_passive,
)


STAGES = (_WORDS, _CLAUSES, _MAIN, _LAST)


def repair(tree: Tree, stages: Iterable[Stage] = STAGES) -> Tree:
    """Mend the tree in place, and give it back."""
    headlines.dateline(tree)
    for stage in stages:
        stage.mend(tree)
    return tree


def mended(sentence: ParsedSentence) -> Tree:
    """The mended tree of a sentence, whose words are mended too where they are in our scheme."""
    tree = repair(read_tree(sentence.doc, ud=sentence.view.ud, sentence=sentence.sentence.index))
    if sentence.view.ud:
        write_back(tree, sentence.doc)
    return tree


def write_back(tree: Tree, doc: Tokens) -> None:
    """Give the words of a UD sentence the mended heads, relations and tags, so that their readers see them too."""
    moved = False
    for node, token in zip(tree.nodes, doc, strict=True):
        token.dep_ = node.dep
        if token.tag_ != node.tag:
            token.tag_ = node.tag
            token.pos_ = "VERB" if node.verbal else "PROPN" if node.proper else "NOUN" if node.nominal else token.pos_
        moved = moved or _head(node) != token.head.i
    if moved:
        doc.hang([_head(node) for node in tree.nodes])


def _head(node: Node) -> int:
    return node.i if node.head is None else node.head.i
