"""Repairs of what goes on with what: verbs behind infinitives, names in lists, lists of charges, nouns in two."""

from extractors.language.repairs import NOUNS, repair_of
from extractors.language.shapes import PAST, finite_below
from extractors.language.tree import Node, Tree

CHARGES = frozenset({"accuse", "suspect", "acquit", "convict"})
"""Verbs that seldom stand without what somebody is charged with, behind "of"."""
BARRING = frozenset({"bar", "ban", "block", "deter", "discourage", "keep", "prevent", "prohibit", "stop"})
"""Verbs of keeping somebody from something."""
FINITE = frozenset({"VBD", "VBZ", "VBP"})


@repair_of(deps="conj", tags="VBD")
def conjunct_of_infinitive(verb: Node, _: Tree) -> None:
    """ "It ordered 60 envoys to leave and closed a consulate": a past form is no conjunct of an infinitive."""
    inner = verb.head
    if inner is None or inner.tag != "VB" or verb.kids("nsubj", "nsubj:pass", "aux", "aux:pass", "obl:agent"):
        return
    if not inner.kids("mark") or not verb.kids("cc"):
        return
    main = next((each for each in inner.ancestors() if each.tag in FINITE or _perfect(each)), None)
    between = [each for each in inner.ancestors() if main is not None and main in each.ancestors()]
    if (
        main is not None
        and main.tag in ("VBD", "VBN")
        and all(each.tag in ("VB", "VBG", "NN", "NNS") for each in between)
    ):
        verb.hang(main, "conj")
        for kid in [kid for kid in inner.children if kid.i > verb.i]:
            kid.hang(verb, kid.dep)


def _perfect(verb: Node) -> bool:
    """ "Had urged"."""
    return verb.tag == "VBN" and any(kid.lemma == "have" for kid in verb.kids("aux"))


@repair_of(deps="appos", tags="NNP NNPS")
def listed_name(name: Node, tree: Tree) -> None:
    """ "Chad, Mali and Niger agreed": names of one kind before an "and" are a list, not descriptions of each other."""
    kind = _kind(name, tree)
    row = _row(name, tree, kind) if kind not in ("", "PER") else []
    if row and name is not row[0] and not any(each.kids("case") for each in row[1:]):
        for other in row[1:]:
            other.hang(row[0], "conj")


def _row(name: Node, tree: Tree, kind: str) -> list[Node]:
    """The names of one kind in a row: "the" and commas between them and "and" before the last; else none."""
    names = [each for each in tree.entities if each.label == kind]
    here = next(place for place, each in enumerate(names) if each.first <= name.i <= each.last)
    first = here
    while first and _gap(names[first - 1].last, names[first].first, tree) <= {",", "the"}:
        first -= 1
    end = here
    while end + 1 < len(names) and _gap(names[end].last, names[end + 1].first, tree) <= {",", "the"}:
        end += 1
    if end + 1 == len(names) or "and" not in (gap := _gap(names[end].last, names[end + 1].first, tree)):
        return []
    if not gap <= {",", "the", "and"} or end == first:
        return []
    return [_head(each.first, each.last, tree) for each in names[first : end + 2]]


def _gap(last: int, first: int, tree: Tree) -> set[str]:
    return {node.lower for node in tree.nodes[last + 1 : first]} or {""}


def _head(first: int, last: int, tree: Tree) -> Node:
    """The word of a name that hangs outside of it."""
    inside = tree.nodes[first : last + 1]
    return next(node for node in inside if node.head is None or not first <= node.head.i <= last)


def _kind(name: Node, tree: Tree) -> str:
    """What the name is a name of; "" where no name is known."""
    return next((each.label for each in tree.entities if each.first <= name.i <= each.last), "")


@repair_of(deps="ccomp obl obl:unmarked nmod parataxis vocative dislocated dep", tags="NNP NNPS")
def first_of_list(name: Node, tree: Tree) -> None:
    """ "Chad, Mali and Niger said …": the name that opens the sentence is the first of its subjects."""
    verb = name.head
    if name.i or verb is None or not verb.verbal or name.kids("case", "nsubj", "cop") or len(tree.nodes) < len("a,b"):
        return
    for subject in verb.kids("nsubj", "nsubj:pass"):
        listed = subject.proper and any(kid.proper and kid.kids("cc") for kid in subject.kids("conj"))
        if listed and tree.nodes[1].lower == "," and subject.subtree()[0].i <= len("a,"):
            relation = subject.dep
            name.hang(verb, relation)
            for each in (subject, *subject.kids("conj")):
                each.hang(name, "conj")
            return


@repair_of(deps="nmod", tags=NOUNS)
def list_of_charges(charge: Node, _: Tree) -> None:
    """ "Accused soldiers of mass killings, rape and arson": behind the only "of" stands the charge."""
    accused = charge.head
    verb = accused.head if accused is not None else None
    if accused is None or verb is None or verb.lemma not in CHARGES or not verb.verbal:
        return
    if accused.dep not in ("obj", "nsubj:pass") or charge.i < verb.i:
        return
    if not any(case.lower == "of" for case in charge.kids("case")) or _charged_otherwise(verb, charge):
        return
    charge.hang(verb, "obl")
    for kid in [kid for kid in accused.kids("conj") if kid.i > charge.i]:
        kid.hang(charge, "conj")


@repair_of(deps="acl nmod conj advcl ccomp", tags="VBG")
def further_charge(clause: Node, _: Tree) -> None:
    """ "Accused members of the gang of killing him", "… of fraud and of silencing her": charges of the verb."""
    links = {mark.lower for mark in clause.kids("mark", "case")} & {"of", "from"}
    if not links or clause.kids("aux", "nsubj"):
        return
    verb = _charging(clause, BARRING if "from" in links else CHARGES)
    if verb is not None and verb is not clause.head and clause.i > verb.i:
        clause.hang(verb, "advcl")


def _charging(clause: Node, verbs: frozenset[str]) -> Node | None:
    """The verb whose object, or whose charge before an "and", the clause was hung on."""
    noun = clause.head
    while noun is not None and (noun.dep == "acl" or (noun.nominal and noun.dep in ("nmod", "conj", "obl"))):
        noun = noun.head
    verb = noun.head if noun is not None and noun.dep in ("obj", "nsubj:pass") else noun
    if verb is not None and clause.dep == "conj" and verb.lemma not in verbs:
        verb = next((kid for kid in reversed(verb.kids("conj")) if kid.i < clause.i and kid.kids("obj")), None)
    return verb if verb is not None and verb.verbal and verb.lemma in verbs else None


def _charged_otherwise(verb: Node, charge: Node) -> bool:
    """Whether another phrase or clause says what the charge is."""
    below = [node for node in verb.subtree() if node is not charge and node.i > charge.i]
    return any(
        kid.lower in ("of", "over", "for") and kid.dep in ("case", "mark") and kid.head is not None
        and (kid.head.tag == "VBG" or kid.head.head in (verb, charge.head))
        for kid in below
    )  # fmt: skip


@repair_of(deps="nsubj", tags="NNP NNPS NN NNS")
def said_behind_relative(noun: Node, _: Tree) -> None:
    """ "Kuwait, which is neutral, sent its emir, diplomats said": the first subject has a clause between."""
    speech = noun.head
    if speech is None or not speech.verbal or len([each for each in speech.kids("nsubj") if each.i > noun.i]) != 1:
        return
    for clause in speech.kids("ccomp"):
        relative = [each for each in clause.kids("nsubj", "nsubj:pass") if each.tag in ("WDT", "WP")]
        verbs = [each for each in clause.kids("conj") if each.tag in FINITE and not each.kids("cc", "nsubj")]
        if not relative or not verbs or not noun.i < relative[0].i < verbs[0].i < speech.i:
            continue
        verbs[0].hang(speech, "ccomp")
        clause.hang(noun, "acl:relcl")
        noun.hang(verbs[0], "nsubj")
        return


@repair_of(deps="xcomp advcl", tags="VB")
def infinitive_of_gerund(verb: Node, tree: Tree) -> None:
    """ "Accused them of failing to investigate": an infinitive right behind an -ing form belongs to it."""
    marks = [mark for mark in verb.kids("mark") if mark.lower == "to"]
    gerund = tree.nodes[marks[0].i - 1] if marks and marks[0].i else None
    if gerund is None or gerund.tag != "VBG" or gerund.head is not verb.head or gerund.kids("obj", "xcomp", "ccomp"):
        return
    if gerund.dep in ("advcl", "xcomp", "ccomp") and gerund.kids("mark", "case"):
        verb.hang(gerund, "xcomp")


@repair_of(deps="ccomp", tags="NN NNP")
def demanded_verb(noun: Node, _: Tree) -> None:
    """ "Demanded that the EU list the group": behind a wish a noun with a subject and an object is the verb."""
    wish = noun.head
    named = [kid for kid in noun.kids("compound") if kid.nominal and kid.i < noun.i]
    if wish is None or wish.lemma not in WISHES or not named or finite_below(noun):
        return
    if not any(mark.lower == "that" for mark in noun.kids("mark")) or not any(
        kid.i > noun.i for kid in noun.kids("obj")
    ):
        return
    subject = named[-1]
    for kid in [kid for kid in noun.kids("det", "amod", "compound", "nmod:poss") if kid.i < subject.i]:
        kid.hang(subject, kid.dep)
    subject.dep = "nsubj"
    noun.tag, noun.lemma = "VB", noun.lower


@repair_of(deps="ROOT", tags="NNS")
def plural_says_that(word: Node, _: Tree) -> None:
    """ "Kyiv demands that the men be freed": a plural before "that" with a name glued before it is the verb."""
    names = [
        kid for kid in word.kids("compound", "nmod:poss") if kid.nominal and kid.i < word.i and not kid.kids("case")
    ]
    clauses = [
        kid
        for kid in word.kids("acl", "acl:relcl", "ccomp")
        if any(mark.lower == "that" for mark in kid.kids("mark")) and kid.kids("nsubj", "nsubj:pass")
    ]
    if not names or not clauses or word.lemma not in SAYINGS or word.kids("cop", "nsubj"):
        return
    subject = names[-1]
    for kid in [kid for kid in word.kids("det", "amod", "compound", "nmod:poss") if kid.i < subject.i]:
        kid.hang(subject, kid.dep)
    subject.dep, clauses[0].dep, word.tag = "nsubj", "ccomp", "VBZ"


SAYINGS = frozenset({"demand", "claim", "report", "warn", "fear", "hope", "doubt", "request", "plan", "vow", "promise"})
WISHES = frozenset({"demand", "urge", "request", "ask", "insist", "propose", "suggest", "recommend", "require"})


@repair_of(words="embargo blockade curfew ceasefire truce amnesty referendum coup", tags="RB JJ IN FW")
def noun_behind_noun(word: Node, tree: Tree) -> None:
    """ "Extended its arms embargo": what is never an adverb ends the object that the noun before it was taken for."""
    before = tree.nodes[word.i - 1] if word.i else None
    if before is None or word.dep not in ("advmod", "xcomp") or before.head is not word.head or not before.nominal:
        return
    if before.dep in ("obj", "nsubj", "nsubj:pass", "obl"):
        relation, above = before.dep, before.head
        for kid in list(before.children):
            kid.hang(word, kid.dep)
        if above is not None:
            word.hang(above, relation)
            before.hang(word, "compound")
            word.tag = "NN"


@repair_of(deps="obj conj", tags=NOUNS)
def clause_before_noun(noun: Node, tree: Tree) -> None:
    """ "Annulled the vote, dissolved state institutions and closed the borders": the second of three deeds."""
    first = noun.head if noun.dep == "conj" else None
    verb = first.head if first is not None and first.dep == "obj" else noun.head
    if verb is None or verb.tag not in PAST or not any(verb.i < other.i < noun.i for other in verb.kids("obj")):
        return
    if not any(third.tag in PAST and third.kids("cc") and third.i > noun.i for third in verb.kids("conj")):
        return
    deeds = [kid for kid in noun.kids("amod") if kid.tag in PAST and tree.nodes[kid.i - 1].lower == ","]
    if len(deeds) != 1 or noun.kids("det", "cc") or deeds[0].kids("obl:agent"):
        return
    deed = deeds[0]
    deed.hang(verb, "conj")
    deed.tag = "VBD"
    for kid in [kid for kid in noun.children if kid.lower == ","]:
        kid.hang(deed, kid.dep)
    noun.hang(deed, "obj")
