"""Mend the mistakes a small parser makes again and again in news, so that every reader of the tree profits.

Each repair knows one garden path by its shape, never by its words, and leaves the tree alone where the shape is not
plain. Figures on how often each fires are in docs/quality.md.
"""

from spacy.tokens import Doc, Token

from extractors.language.tree import Node, Tree

SUBORDINATORS = frozenset({"as", "after", "before", "since", "until", "while", "that", "because", "when"})
PAST = frozenset({"VBD", "VBN"})
PHRASAL = frozenset(
    {
        ("hand", "over"), ("take", "over"), ("turn", "over"), ("call", "off"), ("fight", "off"), ("cut", "off"),
        ("seal", "off"), ("break", "off"), ("carry", "out"), ("shoot", "down"), ("shut", "down"), ("lay", "down"),
        ("hand", "in"), ("give", "up"), ("blow", "up"), ("set", "up"), ("step", "up"),
    }
)  # fmt: skip
"""Verbs whose next word is a particle even where it was tagged as a preposition."""
TIMES = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "day", "week", "month", "year",
        "morning", "evening", "night", "afternoon", "time", "moment", "today", "yesterday", "tomorrow", "hour",
        "minute",
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december", "weekend", "way", "percent",
    }
)  # fmt: skip
BARE_PASSIVES = frozenset(
    {
        "kill", "wound", "injure", "arrest", "detain", "kidnap", "abduct", "displace", "hurt", "jail",
        "imprison", "sentence", "charge", "evacuate", "rescue", "shoot", "behead", "execute", "convict", "expel",
        "deport", "besiege", "hospitalise", "hospitalize", "trap", "oust", "assassinate", "murder", "slay",
    }
)  # fmt: skip
"""Verbs that, past and without an object, are headline passives: "Five killed in blast"."""


def repair(tree: Tree) -> Tree:
    """Mend the tree in place, and give it back."""
    nodes = tree.nodes
    for node in nodes:
        _possessive_name(node)
        _noun_tag(node)
        _resultative(node)
    for node in nodes:
        _subordinate_garden_path(node)
        _interrupted_complement(node)
        _that_gerund(node, nodes)
        _attributive_clause(node)
        _prepositional_subject(node)
        _second_complement(node)
        _told_that(node)
        _perfect(node)
        _particle(node)
        _besieged_object(node)
        _unmarked_subject(node)
    for root in tree.roots:
        _relative_main_clause(root)
        _participle_garden_path(root, nodes)
        _main_clause_garden_path(root)
        _coordinated_subject(root)
    for node in nodes:
        _clause_on_noun(node)
        _bare_passive(node)
    return tree


def _finite_below(node: Node) -> bool:
    return any(kid.dep in ("cop", "aux", "nsubj", "nsubj:pass", "expl") for kid in node.children)


def _reduced(verb: Node) -> bool:
    """Whether a past form may truly be a reduced relative clause: it has an agent or stands behind a comma."""
    if verb.kids("obl:agent", "aux:pass", "aux", "nsubj", "nsubj:pass"):
        return True
    return any(kid.lower == "," for kid in verb.children if kid.i < verb.i)


def _comma_between(noun: Node, verb: Node, nodes: list[Node]) -> bool:
    return any(node.lower in {",", "--", "–", "("} for node in nodes if noun.i < node.i < verb.i)


def _possessive_name(node: Node) -> None:
    """ "President Bashar al-Assad's forces pushed": the name must not head the noun it possesses."""
    owned = node.head
    if node.dep != "nmod:poss" or owned is None or owned.head is None or owned.dep not in ("appos", "flat"):
        return
    name = owned.head
    if name.proper and name.i < node.i and not name.kids("cop", "nsubj"):
        owned.swap_with_head("nmod:poss")
        node.hang(name, "flat")


def _main_clause_garden_path(root: Node) -> None:
    """ "Western leaders called for …": a nominal root whose reduced relative is the main clause."""
    if not root.nominal or _finite_below(root):
        return
    for verb in root.subtree():
        if verb.dep != "acl" or verb.tag not in PAST or _reduced(verb) or verb.head is None or not verb.head.nominal:
            continue
        if any(ancestor.verbal for ancestor in verb.ancestors()) or _comma_between(root, verb, root.subtree()):
            continue
        _promote(verb, root)
        return


def _promote(verb: Node, root: Node) -> None:
    """Make the verb the root, the old root its subject; what stood behind the verb hangs on it."""
    late = [kid for kid in root.children if kid.i > verb.i and kid is not verb]
    if verb.head is not root:
        verb.hang(root, "acl")
    verb.swap_with_head("nsubj")
    verb.tag = "VBD"
    for kid in late:
        relation = {"nmod": "obl", "appos": "parataxis"}.get(kid.dep, kid.dep)
        kid.hang(verb, relation)


def _coordinated_subject(root: Node) -> None:
    """ "The army and its allies made gains": the verb was hung on the first noun as if it were its conjunct."""
    if not root.nominal or _finite_below(root):
        return
    for verb in root.kids("conj"):
        subjects = verb.kids("nsubj")
        listed = len(subjects) == 1 and bool(subjects[0].kids("conj", "cc"))
        apart = _comma_between(root, verb, root.subtree()) and not listed
        if verb.tag in PAST | {"VBZ", "VBP"} and len(subjects) == 1 and not apart:
            for each in (subjects[0], *subjects[0].kids("conj")):
                each.hang(root, "conj")
            _promote(verb, root)
            return


def _subordinate_garden_path(noun: Node) -> None:
    """ "… as government troops advanced": a clause read as a prepositional phrase with a reduced relative."""
    if not noun.nominal or noun.dep not in ("obl", "nmod", "obl:unmarked"):
        return
    markers = [case for case in noun.kids("case") if case.lower in SUBORDINATORS]
    for verb in noun.kids("acl"):
        if markers and verb.tag in PAST and not _reduced(verb) and verb.i > noun.i:
            verb.swap_with_head("nsubj")
            verb.dep, verb.tag = "advcl", "VBD"
            for marker in markers:
                marker.hang(verb, "mark")
            return


def _interrupted_complement(noun: Node) -> None:
    """ "… announced that forces, backed by X, gained control": the complement's verb was hung on the speech verb."""
    speech = noun.head
    if noun.dep != "ccomp" or not noun.nominal or speech is None or _finite_below(noun):
        return
    for verb in speech.kids("conj"):
        if verb.tag in PAST and verb.i > noun.i and not verb.kids("nsubj", "nsubj:pass", "cc"):
            verb.hang(speech, "ccomp")
            for case in noun.kids("case"):
                case.hang(verb, "mark")
            noun.hang(verb, "nsubj")
            return


def _clause_on_noun(verb: Node) -> None:
    """ "… a ceasefire as rebels fled": a finite clause with a conjunction and a subject belongs to a verb."""
    if verb.dep != "acl" or verb.tag not in (*PAST, "VBZ", "VBP") or not verb.kids("nsubj", "nsubj:pass"):
        return
    if any(mark.lower in SUBORDINATORS - {"that"} for mark in verb.kids("mark", "advmod")):
        above = next((each for each in verb.ancestors() if each.verbal and each.dep != "amod"), None)
        if above is not None:
            verb.hang(above, "advcl")


def _bare_passive(verb: Node) -> None:
    """ "Five killed in blast": the subject of such a verb without an object is who it happened to."""
    if verb.lemma not in BARE_PASSIVES or verb.tag not in PAST or verb.kids("obj", "aux", "aux:pass", "xcomp"):
        return
    for subject in verb.kids("nsubj"):
        subject.dep = "nsubj:pass"


def _that_gerund(gerund: Node, nodes: tuple[Node, ...]) -> None:
    """ "… the fact that shelling in Aleppo claimed a life": no clause is "that" and a bare -ing form."""
    if gerund.tag != "VBG" or gerund.dep not in ("acl", "ccomp") or gerund.kids("aux", "nsubj", "nsubj:pass", "cop"):
        return
    marks = [mark for mark in gerund.kids("mark") if mark.lower == "that"]
    above = gerund.head
    if not marks or above is None:
        return
    for verb in nodes[gerund.i + 1 :]:
        if verb.tag in ("VBD", "VBZ", "VBP") and verb.dep not in ("aux", "cop", "aux:pass", "acl:relcl"):
            subjects = verb.kids("nsubj")
            if any(subject is not above for subject in subjects) or gerund in verb.ancestors():
                return
            _finite_with_gerund(gerund, verb, marks)
            return


def _finite_with_gerund(gerund: Node, verb: Node, marks: list[Node]) -> None:
    noun, governor = gerund.head, verb.head
    if noun is None or noun is verb or (verb in gerund.ancestors() and noun.head is not verb):
        return
    if noun.head is verb:
        if governor is None:
            return
        noun.hang(governor, "obl")
    verb.hang(noun, gerund.dep)
    gerund.hang(verb, "nsubj")
    gerund.tag = "NN"
    for mark in marks:
        mark.hang(verb, "mark")


def _attributive_clause(verb: Node) -> None:
    """ "… as they ceded territory": a participle before a noun cannot have a subject of its own."""
    noun = verb.head
    if verb.dep != "amod" or verb.tag not in PAST or noun is None or verb.i > noun.i:
        return
    if verb.kids("nsubj", "nsubj:pass"):
        markers = [kid for kid in noun.kids("case", "mark", "advmod") if kid.i < verb.i and kid.tag in ("IN", "WRB")]
        verb.swap_with_head("obj")
        verb.tag = "VBD"
        for marker in markers:
            marker.hang(verb, "mark")


def _prepositional_subject(noun: Node) -> None:
    """ "After meeting with X, Y said": a subject has no preposition; the next noun behind the comma is the subject."""
    verb = noun.head
    marks = [kid for kid in noun.kids("mark", "case") if kid.i < noun.i and kid.tag == "IN" and kid.lower != "that"]
    if noun.dep != "nsubj" or not marks or verb is None or not verb.verbal or len(verb.kids("nsubj")) > 1:
        return
    commas = [node.i for node in noun.subtree() if node.lower == ","]
    late = [node for node in noun.subtree() if commas and node.i > commas[0] and node.nominal]
    heads = [node for node in late if node.head is not None and (node.head.i < commas[0] or node.head is noun)]
    if not heads or heads[-1].i > verb.i:
        return
    subject = heads[-1]
    inner = [node for node in heads[:-1] if node.head is not None and node.head is not subject]
    subject.hang(verb, "nsubj")
    for node in inner:
        node.hang(subject, "compound")
    gerund = noun.lower.endswith("ing") and bool(noun.kids("obl", "nmod", "obj"))
    noun.dep = "advcl" if noun.verbal or gerund else "obl"
    if gerund:
        noun.tag, noun.lemma = "VBG", noun.lower.removesuffix("ing")


def _second_complement(clause: Node) -> None:
    """ "… said A had agreed, and that B was …": the second "that" belongs to what is said."""
    marked = any(mark.lower == "that" for mark in clause.kids("mark"))
    if marked and clause.dep == "conj" and clause.head is not None and clause.head.kids("ccomp"):
        clause.dep = "ccomp"


def _told_that(clause: Node) -> None:
    """ "… warned protesters that the army would fire": a clause with "that" and all its parts is what is said."""
    noun = clause.head
    if clause.dep not in ("acl", "acl:relcl") or noun is None or noun.dep not in ("obj", "iobj") or noun.head is None:
        return
    marked = any(mark.lower == "that" for mark in clause.kids("mark"))
    if marked and clause.kids("nsubj", "nsubj:pass") and noun.head.verbal:
        clause.hang(noun.head, "ccomp")


def _perfect(verb: Node) -> None:
    """ "The junta has relinquished power": "have" and a past form before a bare noun are a perfect."""
    noun = verb.head
    if verb.dep != "amod" or verb.tag not in PAST or noun is None or verb.i > noun.i:
        return
    have = next((kid for kid in noun.kids("aux") if kid.lemma == "have"), None)
    if have is not None and have.i < verb.i and not noun.kids("cop"):
        verb.swap_with_head("obj")
        for kid in [kid for kid in noun.children if kid.i < verb.i]:
            kid.hang(verb, kid.dep)
        verb.tag = "VBN"
        return
    have = noun.head
    if have is None or have.lemma != "have" or noun.dep != "obj" or not have.i < verb.i <= have.i + 2:
        return
    if not any(kid.tag in ("DT", "PRP$", "CD") for kid in noun.children if kid.i < verb.i):
        _instead_of_have(verb, noun, have)


def _instead_of_have(verb: Node, noun: Node, have: Node) -> None:
    """Put the verb in the place of "have", which becomes its auxiliary, and the noun under it."""
    noun.children.remove(verb)
    have.children.remove(noun)
    verb.head, verb.dep = have.head, have.dep
    if have.head is not None:
        have.head.children[have.head.children.index(have)] = verb
    for kid in list(have.children):
        kid.hang(verb, kid.dep)
    have.head = None
    have.hang(verb, "aux")
    noun.head = None
    noun.hang(verb, "obj")


def _particle(noun: Node) -> None:
    """ "Shut down the internet": a particle behind the verb is no preposition of its object."""
    verb = noun.head
    if noun.dep != "obl" or verb is None or not verb.verbal or verb.kids("obj"):
        return
    for case in noun.kids("case"):
        particle = case.tag == "RP" or (verb.lemma, case.lower) in PHRASAL
        if particle and case.i == verb.i + 1 and len(noun.kids("case")) == 1:
            case.hang(verb, "compound:prt")
            noun.dep = "obj"


def _besieged_object(participle: Node) -> None:
    """ "… against besieged Osgiliath": a participle behind a preposition describes the noun that follows it."""
    marks = [mark for mark in participle.kids("mark") if mark.tag == "IN" and mark.i == participle.i - 1]
    if participle.tag != "VBN" or participle.dep not in ("acl", "advcl") or not marks:
        return
    for noun in participle.kids("obj"):
        if (
            noun.i <= participle.i + 3
            and not participle.kids("nsubj", "nsubj:pass", "aux")
            and participle.head is not None
        ):
            above = participle.head
            noun.swap_with_head("amod")
            noun.dep = "nmod" if above.nominal else "obl"
            for kid in [kid for kid in participle.children if kid.i > noun.i or kid in marks]:
                kid.hang(noun, "case" if kid in marks else kid.dep)
            return


def _unmarked_subject(verb: Node) -> None:
    """ "Its minister, in remarks published on Monday, urged …": a finite verb's bare noun before it is the subject."""
    if verb.tag not in ("VBD", "VBZ", "VBP") or verb.dep not in ("ROOT", "ccomp", "parataxis") or verb.kids("nsubj"):
        return
    if verb.kids("nsubj:pass", "csubj", "expl", "cop"):
        return
    before = [kid for kid in verb.kids("obl:unmarked") if kid.i < verb.i and kid.nominal and kid.lemma not in TIMES]
    if len(before) == 1:
        before[0].dep = "nsubj"


def _relative_main_clause(root: Node) -> None:
    """ "Forces called for aid to 500 people, many of whom need care": a clause with "whom" is never the main one."""
    subjects = root.kids("nsubj")
    relative = [each for each in subjects if any(kid.tag in ("WP", "WDT", "WP$") for kid in each.subtree())]
    if len(subjects) < 2 or not relative or subjects[0] in relative:
        return
    noun = subjects[0]
    for verb in noun.kids("acl"):
        if verb.tag in PAST and not _reduced(verb) and verb.i > noun.i:
            last = next((node for node in reversed(verb.subtree()) if node.nominal), verb)
            verb.head, verb.dep = None, "ROOT"
            noun.children.remove(verb)
            noun.hang(verb, "nsubj")
            root.head = None
            root.hang(last, "acl:relcl")
            verb.tag = "VBD"
            return


def _noun_tag(node: Node) -> None:
    """A subject or object behind an article is a noun, whatever an unknown word was tagged."""
    mistagged = node.tag in ("JJ", "IN", "RB", "FW", "VB", "VBP")
    if mistagged and node.dep in ("nsubj", "nsubj:pass", "obj") and node.kids("det", "amod", "nmod:poss"):
        node.tag = "NN"


def _resultative(state: Node) -> None:
    """ "Gunmen shot dead a judge": the object belongs to the verb, not to the state it brings about."""
    verb = state.head
    if state.dep == "xcomp" and state.tag == "JJ" and verb is not None and verb.verbal and not verb.kids("obj"):
        for noun in state.kids("obj"):
            noun.hang(verb, "obj")


def _participle_garden_path(root: Node, nodes: tuple[Node, ...]) -> None:
    """ "The air force napalmed villages": noun, past form, noun without any verb is a clause, not a heap of nouns."""
    if not root.nominal or _finite_below(root):
        return
    for verb in root.kids("amod"):
        if (verb.tag not in PAST and not (verb.tag == "JJ" and verb.lower.endswith("ed"))) or verb.i > root.i:
            continue
        before = [
            kid
            for kid in root.kids("compound", "nmod", "nsubj", "nmod:desc")
            if kid.nominal and kid.i < verb.i and not _hyphened(kid, verb, nodes)
        ]
        if before:
            subject = before[-1]
            for kid in [kid for kid in root.children if kid.i < verb.i and kid is not subject]:
                kid.hang(subject if kid.i < subject.i and kid.dep != "punct" else verb, kid.dep)
            subject.hang(verb, "nsubj")
            verb.swap_with_head("obj")
            verb.tag = "VBD"
            return


def _hyphened(noun: Node, verb: Node, nodes: tuple[Node, ...]) -> bool:
    return any(node.text == "-" for node in nodes[noun.i + 1 : verb.i] if verb.i - noun.i <= 2)


def write_back(tree: Tree, doc: Doc) -> None:
    """Give a UD document the mended heads, relations and tags, so that readers of tokens see them too."""
    changed = [node for node, token in zip(tree.nodes, doc, strict=True) if _differs(node, token)]
    if not changed:
        return
    for node in changed:
        token = doc[node.i]
        token.dep_, token.tag_ = node.dep, node.tag
    for node in changed:
        doc[node.i].head = doc[node.i if node.head is None else node.head.i]


def _differs(node: Node, token: Token) -> bool:
    head = node.i if node.head is None else node.head.i
    return head != token.head.i or node.dep != token.dep_ or node.tag != token.tag_
