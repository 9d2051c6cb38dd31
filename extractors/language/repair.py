"""Mend the mistakes a small parser makes again and again in news, so that every reader of the tree profits.

Each repair knows one garden path by its shape and leaves the tree alone where the shape is not plain.
"""

from extractors.language import (
    clause_parts,
    conjuncts,
    coordination,
    headlines,
    lost_clauses,
    lost_verbs,
    main_clauses,
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
    word_repairs.possessive_name,
    word_repairs.capital_name,
    word_repairs.islamic_state,
    word_repairs.noun_tag,
    word_repairs.irregular_past,
    word_repairs.passive_tag,
    word_repairs.opening_plural,
    word_repairs.resultative,
    word_repairs.plural_verb,
    word_repairs.compound_subject,
    word_repairs.predicate_object,
    word_repairs.noun_with_preposition,
    conjuncts.noun_behind_noun,
    strayed_words.named_in_quotes,
    strayed_words.infinitive_before_object,
    strayed_words.verb_before_noun,
    objects.hyphen,
    objects.small_letter_name,
    objects.object_in_two,
    objects.untagged_object,
    objects.reflexive,
    objects.loose_particle,
    objects.small_clause,
    objects.particle_as_clause,
    objects.place_behind_object,
    clause_parts.infinitive_tag,
    clause_parts.infinitive_mark,
    clause_parts.infinitive_of_noun,
    clause_parts.counted_subject,
    clause_parts.be_missing,
    clause_parts.phrase_of_infinitive,
    clause_parts.passive_without_be,
    objects.counted_over,
    objects.helped_to,
    objects.counted_passive,
    objects.only_object,
    objects.hostages,
    objects.shot_dead,
    objects.receiver,
    objects.first_of_two_objects,
    objects.bare_oblique,
    objects.shot_at,
    lost_clauses.agent_gerund,
    lost_clauses.infinitive_as_phrase,
    headlines.headline_verb,
    headlines.headline_base,
    headlines.hostile_fire,
    headlines.name_before_time,
    headlines.noun_like_adjective,
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
    lost_clauses.gapped_passive,
    conjuncts.clause_before_noun,
    titles_and_times.hours_after,
    titles_and_times.relative_behind_day,
    lost_clauses.past_as_phrase,
    lost_clauses.active_with_object,
    lost_clauses.subject_behind_link,
    lost_clauses.subject_with_aside,
    lost_clauses.main_verb_behind_state,
    lost_clauses.participle_set_off,
    lost_clauses.subject_behind_relative,
    lost_clauses.verb_behind_and,
    subclauses.subordinate_garden_path,
    subclauses.marked_conjunct,
    conjuncts.first_of_list,
    conjuncts.listed_name,
    conjuncts.said_behind_relative,
    strayed_words.subject_of_auxiliary,
    strayed_words.blamed_on,
    strayed_words.against_whom,
    strayed_words.days_before_clause,
    conjuncts.plural_says_that,
    conjuncts.demanded_verb,
    conjuncts.infinitive_of_gerund,
    conjuncts.further_charge,
    conjuncts.list_of_charges,
    conjuncts.conjunct_of_infinitive,
    coordination.clause_as_object,
    coordination.said_clause,
    coordination.conjunct_of_gerund,
    coordination.clause_of_its_own,
    coordination.past_behind_modal,
    coordination.conjunct_of_noun,
    coordination.called_on_to,
    coordination.named_so,
    coordination.second_name,
    coordination.subject_behind_place,
    coordination.clause_behind_semicolon,
    coordination.main_clause_goes_on,
    coordination.listed_participle,
    coordination.participle_before_noun,
    subclauses.subject_behind_marker,
    coordination.passive_behind_participle,
    subclauses.interrupted_complement,
    subclauses.where_clause,
    subclauses.subject_before_marked_verb,
    subclauses.behind_aside,
    subclauses.relative_object,
    subclauses.that_gerund,
    subclauses.attributive_clause,
    subclauses.prepositional_subject,
    subclauses.second_complement,
    subclauses.told_that,
    subclauses.charged_with,
    titles_and_times.due_somewhere,
    titles_and_times.purpose_of_stay,
    word_repairs.perfect,
    word_repairs.particle,
    word_repairs.besieged_object,
    subclauses.unmarked_subject,
    titles_and_times.adjective_for_verb,
    titles_and_times.title_before_name,
    titles_and_times.when_after_time,
    titles_and_times.time_before_subject,
    lost_clauses.clause_as_subject,
)
_LAST = Stage(
    verb_frames.phrase_as_clause,
    clause_parts.contact_relative,
    clause_parts.gerund_subject,
    clause_parts.opening_gerund,
    clause_parts.agent_behind_charge,
    clause_parts.agent_behind_under,
    clause_parts.bare_gerund,
    clause_parts.subjected_to,
    subclauses.clause_on_noun,
    word_repairs.bare_passive,
)


def repair(tree: Tree) -> Tree:
    """Mend the tree in place, and give it back."""
    titles_and_times.label_before_colon(tree)
    headlines.dateline(tree)
    _WORDS.mend(tree)
    _CLAUSES.mend(tree)
    for said in [node for node in tree.nodes if node.dep == "ccomp" and node.nominal and node.tag != "NNP"]:
        lost_verbs.verb_before_its_object(said, tree)
        if said.nominal and any(verb.kids("obj") for verb in said.kids("acl")):
            main_clauses.main_clause_garden_path(said)
    for noun in tree.nodes:
        if noun.dep in ("advcl", "ccomp", "conj", "acl:relcl", "parataxis") and noun.tag == "NN" and noun.kids("obj"):
            lost_verbs.verb_tagged_as_noun(noun, tree)
    for root in tree.roots:
        main_clauses.relative_main_clause(root)
        lost_verbs.verb_before_its_object(root, tree)
        lost_verbs.verb_behind_comma(root, tree)
        lost_verbs.verb_tagged_as_noun(root, tree)
        lost_verbs.crowd_verb(root)
        lost_verbs.verb_as_predicate_of_noun(root)
        lost_verbs.verb_behind_day(root, tree)
        lost_verbs.verb_behind_aside(root, tree)
        lost_verbs.verb_behind_relative(root, tree)
        lost_verbs.opening_subject(root, tree)
        main_clauses.oblique_root(root, tree)
        main_clauses.owned_title(root)
        main_clauses.main_clause_garden_path(root)
        main_clauses.interrupted_main_clause(root)
        main_clauses.title_and_name(root)
        main_clauses.coordinated_subject(root)
    _LAST.mend(tree)
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
