"""What holds of words in every sense and is no act of anybody: forces of nature, crashes, works of art, habits."""

from extractors.coding.grammar import doers, obliques, undergoers
from extractors.coding.lexicon import Sense
from extractors.coding.vocabulary import WORDS
from extractors.coding.voice import passive
from extractors.coding.words import phrases
from extractors.language.tree import Node, preposition
from extractors.model import EventType

HARMFUL: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE"})
"""Types whose words say what storms, beasts and crashes do as well."""
ABOUT = frozenset({"about", "on", "of", "depicting", "from"})
FUELS = frozenset(
    {"gas", "methane", "boiler", "dust", "steam", "tanker", "refinery", "chemical", "firework", "fireworks"}
)
"""What explodes without anybody's wanting it to."""
VESSELS = frozenset({"tanker", "lorry", "boiler", "cylinder", "stove", "pipeline", "depot", "refinery", "transformer"})
"""What explodes "when" people die, by mishap."""
FIGHTING = frozenset({"fight", "battle", "combat", "attack", "tackle", "confront", "defeat", "wage"})
"""Verbs of what people do against fires and diseases as well."""
OFFENCES: frozenset[EventType] = frozenset({"ACCUSE", "AID", "SUPPORT", "AGREE", "CONSULT", "REQUEST", "COOPERATE"})
"""Types of which a conviction tells no act: "convicted of insulting the king", "charged with aiding rebels"."""
SENTENCING = frozenset(
    {"convict", "charge", "sentence", "jail", "imprison", "indict", "prosecute", "try", "arrest", "detain"}
)
BEARING = frozenset({"suffer", "see", "endure", "witness", "experience", "face"})
"""Verbs of the relative clause behind "one of the worst attacks"."""
PRESENT = frozenset({"VBP", "VBZ"})


def no_act(sense: Sense, node: Node) -> str | None:
    """Why a word in this sense is no act, None where it is one; `node` is the word whose slots count."""
    if node.verbal and sense.event_type in HARMFUL and (nobody := _nobodys(node)):
        return nobody
    if node.verbal and _habitual(node):
        return "a habit"
    if sense.event_type in OFFENCES and _offence(node):
        return "an offence"
    if not node.verbal and _in_protest(node):
        return "a manner"
    if not node.verbal and _mishap(node):
        return "a mishap"
    if not node.verbal and _name_given(node):
        return "what an act is called"
    if not node.verbal and _counted_from(node):
        return "what time is counted from"
    if not node.verbal and _depicted(node):
        return "the subject of a work"
    if not node.verbal and sense.event_type in HARMFUL and _ranked(node):
        return "a rank among its like"
    if node.dep == "acl:relcl" and node.lemma in BEARING and node.head is not None and _ranked(node.head):
        return "what others are ranked with"
    if node.verbal and sense.event_type in HARMFUL and (_toll_of_war(node) or _wars(node)):
        return "the toll of a whole war"
    return None


def _nobodys(node: Node) -> str | None:
    """What nobody wants: the work of nature, a crash."""
    causes = doers(node)
    if causes and all(_natural(each) or _mishap(each) for each in causes):
        return "a force of nature"
    fought = undergoers(node) if node.lemma in FIGHTING else []
    fought += [noun for each in (node, *fought) for word, noun in obliques(each) if word in ("against", "with")]
    if fought and any(_natural(each) for each in fought):
        return "a force of nature"
    if node.tag == "VBG" and node.head is not None and node.head.lemma in WORDS.crashing and node.dep == "advcl":
        return "a crash"
    if any(_crash(each) or _weather(each) for each in node.kids("advcl")):
        return "a crash"
    return None


def _offence(node: Node) -> bool:
    """What somebody is tried for."""
    verb = node.head
    tried = verb is not None and verb.verbal and verb.lemma in SENTENCING
    return tried and node.dep in ("advcl", "obl", "xcomp") and preposition(node) in ("of", "for", "with", "over")


def _natural(noun: Node) -> bool:
    """ "A storm", "climate change"."""
    return bool({noun.lemma, noun.lower, *phrases(noun)} & WORDS.nature)


def _crash(clause: Node) -> bool:
    """ "… when a crane collapsed": what falls or breaks by itself."""
    whens = any(mark.lower in ("when", "after", "as") for mark in clause.kids("mark", "advmod"))
    if clause.lemma == "explode":
        return whens and any(each.lemma in VESSELS for each in doers(clause))
    return whens and clause.lemma in WORDS.crashing and not passive(clause) and not clause.kids("obj")


def _weather(clause: Node) -> bool:
    """ "… as a storm lashed the coast"."""
    whens = any(mark.lower in ("when", "as") for mark in clause.kids("mark", "advmod"))
    return whens and bool(causes := doers(clause)) and all(_natural(each) for each in causes)


def _ranked(noun: Node) -> bool:
    """ "One of the deadliest attacks in years", "it was the first such raid": compared, not told."""
    ranked = any(kid.tag == "JJS" or kid.lower in ("most", "first", "worst") for kid in noun.kids("amod", "advmod"))
    if not ranked:
        ranked = any(kid.tag == "JJS" or kid.lower == "most" for word in noun.kids("amod") for kid in word.children)
    above = noun.head
    one = noun.dep == "nmod" and above is not None and above.lower == "one" and preposition(noun) == "of"
    return ranked and (one or bool(noun.kids("cop")))


def _toll_of_war(verb: Node) -> bool:
    """ "A war that has killed tens of thousands": what a whole war did is no act of a day."""
    if verb.dep != "acl:relcl" or not any(kid.lemma == "have" for kid in verb.kids("aux")):
        return False
    return bool(causes := doers(verb)) and all(each.lemma in WARS for each in causes)


def _wars(verb: Node) -> bool:
    """ "The neighbors have fought three wars": history."""
    return verb.lemma == "fight" and any(noun.tag == "NNS" and noun.lemma == "war" for noun in verb.kids("obj"))


WARS = frozenset({"war", "conflict", "insurgency", "rebellion", "uprising", "crisis", "strife", "feud"})


def _mishap(noun: Node) -> bool:
    """ "A gas explosion"."""
    return noun.lemma in ("explosion", "blast") and any(kid.lower in FUELS for kid in noun.kids("compound", "amod"))


def _in_protest(noun: Node) -> bool:
    """ "Stepped down in protest": why, and nobody marches."""
    bare = not noun.kids("det", "amod", "compound", "nmod:poss", "nmod")
    return noun.lemma == "protest" and noun.tag == "NN" and preposition(noun) == "in" and bare


def _habitual(verb: Node) -> bool:
    """ "Journalists are often arrested": told of no time."""
    if not any(kid.lower in WORDS.habitual for kid in verb.kids("advmod")):
        return False
    helpers = [kid for kid in verb.kids("aux", "aux:pass") if kid.tag in PRESENT]
    perfect = any(kid.lemma == "have" for kid in helpers)
    going_on = verb.tag == "VBG" and not verb.kids("aux:pass")
    return not perfect and not going_on and (verb.tag in PRESENT or bool(helpers))


def _name_given(noun: Node) -> bool:
    """ "Called the raid a massacre", "described it as an expulsion": another name for what was told."""
    verb = noun.head
    if verb is None or verb.lemma not in WORDS.naming or not verb.verbal or not verb.kids("obj", "nsubj:pass"):
        return False
    return noun.dep == "xcomp" or (noun.dep in ("obl", "advcl") and preposition(noun) == "as")


def _counted_from(noun: Node) -> bool:
    """ "Six months into the invasion"."""
    spans = [*noun.kids("nmod:unmarked", "obl:unmarked", "nmod"), *([noun.head] if noun.head is not None else [])]
    return preposition(noun) == "into" and any(each.lemma in SPANS for each in spans)


SPANS = frozenset({"hour", "day", "week", "month", "year", "decade"})


def _depicted(noun: Node) -> bool:
    """ "A film about the siege", "the anniversary of the massacre"."""
    work = noun.head
    if work is not None and work.verbal and noun.dep in ("obj", "obl"):
        return any(each.lemma in WORDS.works for each in work.kids("nsubj"))
    return noun.dep == "nmod" and work is not None and work.lemma in WORDS.works and preposition(noun) in ABOUT
