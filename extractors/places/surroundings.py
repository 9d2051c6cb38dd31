"""What stands around a name: the preposition before it, the noun beside it, the verb it is the goal of, its part.

Reads words first and the tree second, because small parsers get unknown names wrong more often than word order.
"""

from dataclasses import dataclass

from extractors.language.tree import Node, Tree, preposition
from extractors.places.runs import JOINTS, QUOTES
from extractors.places.words import (
    ATTACK_NOUNS,
    CAMP_KINDS,
    CONTROL_NOUNS,
    DIRECTIONS,
    DISTANCES,
    GROUND,
    GROUP_NOUNS,
    MOTION_VERBS,
    PART_ADJECTIVES,
    PART_NAMES,
    PART_NOUNS,
    PEOPLE_OF,
    PLACE_NOUNS,
    SITE_KINDS,
    SITE_NOUNS,
    SURROUNDINGS,
    WEAK_GROUND,
)

REACH = 9
"""Words between a preposition and the name: "in the northern Syrian town of X"."""
SERIES_REACH = 18
"""The same when further names stand between: "in X, Y and Z"."""
TRANSPARENT = frozenset(
    {"the", "a", "an", "-", "’s", "'s", "’", "'", "both", "neighboring", "neighbouring", "surrounding", "like",
     "including", "such", "more", "less", "than", "his", "her", "their"}
)  # fmt: skip
NAMING = frozenset({"the", "of", "like", "such", "as", "including", "surrounding", "called", "named"})
"""Words between "villages" and a name."""
OUTSIDE = frozenset({"out", "inside", "outside"})
LISTING = frozenset({",", "and", "or", "&"})
TRANSPARENT_TAGS = frozenset({"JJ", "JJS", "VBN", "RB", "CD"})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """Questions about a name in its sentence; `labels` are the entity labels of the words."""

    tree: Tree
    labels: list[str]

    def text(self, first: int, last: int) -> str:
        """The words as written."""
        return self.tree.text[self.tree.nodes[first].start : self.tree.nodes[last].end]

    def inner_head(self, first: int, last: int) -> Node:
        """The word of the name that hangs on something outside."""
        for node in self.tree.nodes[first : last + 1]:
            if node.text not in JOINTS and (node.head is None or not first <= node.head.i <= last):
                return node
        return self.tree.nodes[last]

    def is_phrase(self, first: int, last: int) -> bool:
        """Whether the words hang together: only one of them hangs on something outside."""
        outer = [
            node
            for node in self.tree.nodes[first : last + 1]
            if node.text not in JOINTS and (node.head is None or not first <= node.head.i <= last)
        ]
        return len(outer) == 1

    def carrier(self, first: int, last: int) -> Node:
        """The word that carries the name: itself, or "town" in "the town of X", "province" in "X province"."""
        head = self.inner_head(first, last)
        above = head.head
        while above is not None and above.lemma in CAMP_KINDS and above.dep == "compound":
            above = above.head
        if above is None:
            return head
        if head.dep == "nmod" and preposition(head) == "of" and above.lemma in PLACE_NOUNS | PART_NOUNS:
            return above
        beside = head.dep in ("compound", "nmod:desc", "appos", "flat", "amod", "nmod", "obl")
        if beside and not preposition(head) and above.lemma in PLACE_NOUNS | SITE_NOUNS:
            return above
        return head

    def before(self, first: int) -> str:
        """The preposition that leads to the name, over articles, adjectives, "town of" and names in a series.

        '' when there is none. "assault on", "battle for" and "flee to" are given as "in": they say where.
        """
        series, nodes = self.in_series(first), self.tree.nodes
        for number in range(first - 1, max(-1, first - 1 - (SERIES_REACH if series else REACH)), -1):
            node = nodes[number]
            if node.lower in GROUND or (node.lower in WEAK_GROUND and node.lower != "of"):
                return "" if self.is_distance(number) else self._strengthened(number)
            if node.lower == "of":
                if number and nodes[number - 1].lower in OUTSIDE | PEOPLE_OF:
                    return "in"
                if number == 0 or nodes[number - 1].lemma not in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS:
                    return self._strengthened(number)
            elif not (self._transparent(number) or (series and self._in_list(number))):
                return ""
        return ""

    def _strengthened(self, number: int) -> str:
        """ "in" for a preposition that only its noun or verb makes one of place."""
        word, before = self.tree.nodes[number].lower, self.tree.nodes[max(0, number - 3) : number]
        if word in ("on", "of", "for", "against", "upon", "over") and before and before[-1].lemma in ATTACK_NOUNS:
            return "in" if word != "against" or not before[-1].verbal else word  # "marched against Jane Doe"
        if before and before[-1].lemma in CONTROL_NOUNS and "under" not in (node.lower for node in before):
            return "in"
        if word in ("to", "from") and any(node.verbal and node.lemma in MOTION_VERBS for node in before):
            return "in"
        return word

    def _transparent(self, number: int) -> bool:
        node = self.tree.nodes[number]
        return (
            node.lower in TRANSPARENT
            or node.text in QUOTES
            or node.tag in TRANSPARENT_TAGS
            or node.lemma in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS
            or node.lower in PART_ADJECTIVES
            or (node.text[:1].isupper() and self.labels[number] == "LOC")
            or any(other.text == "-" for other in self.tree.nodes[max(0, number - 1) : number + 2])
        )

    def follows_in_list(self, first: int, previous_last: int) -> bool:
        """Whether only a comma or "and" stands between a place and this name: "X, Y and Z"."""
        between = self.tree.nodes[previous_last + 1 : first]
        words = [node.lower for node in between if node.lower not in ("the", "of") and node.lemma not in PLACE_NOUNS]
        words = [word for word in words if word not in PART_ADJECTIVES]
        if words[-2:-1] == ["and"] and words[-1] in ("in", "at", "near"):
            words = words[:-1]
        return 0 < len(words) <= 2 and all(word in LISTING for word in words)

    def joined_by_and(self, first: int, previous_last: int) -> bool:
        """Whether "and" or "or" stands between two names of a list."""
        return any(node.lower in ("and", "or", "&") for node in self.tree.nodes[previous_last + 1 : first])

    def and_other_behind(self, last: int) -> bool:
        """Whether "and other cities" ends a list of names."""
        following = [node.lower for node in self.tree.nodes[last + 1 : last + 4] if node.text != ","]
        return following[:2] in (["and", "other"], ["or", "other"], ["and", "elsewhere"])

    def _in_list(self, number: int) -> bool:
        node = self.tree.nodes[number]
        return node.text in (",", "and", "or", "--", ":") or node.text in JOINTS or node.text[:1].isupper()

    def in_series(self, first: int) -> bool:
        """Whether the name is coordinated with one before it."""
        nodes = self.tree.nodes
        if first >= 2 and nodes[first - 1].lower in ("and", "or") and nodes[first - 2].text[:1].isupper():
            return nodes[first].dep in ("conj", "compound", "flat")
        node: Node | None = nodes[first]
        while node is not None and node.dep in ("compound", "flat") and node.head is not None and node.head.i > first:
            node = node.head
        return node is not None and node.dep == "conj" and node.head is not None and node.head.i < first

    def noun_beside(self, first: int, last: int) -> bool:
        """Whether "town of", "streets of", "province" or the like stands beside the name, or "'s outskirts" behind."""
        return self._owns_a_part(last) or self.kind_word(first, last) != ""

    def kind_word(self, first: int, last: int) -> str:
        """The noun beside the name that says what kind of place it is: "town" in "the town of X"; '' without one."""
        nodes = self.tree.nodes
        behind = last + 1
        while behind + 1 < len(nodes) and nodes[behind].lemma in CAMP_KINDS:
            behind += 1
        following = nodes[behind] if behind < len(nodes) else None
        if following is not None and following.lemma in PLACE_NOUNS and following.text.islower():
            beside = following.head is not nodes[last] or following.dep in ("flat", "compound")
            return following.lemma if beside else ""
        number, passed = first - 1, PART_ADJECTIVES | NAMING
        while number >= 0 and nodes[number].lower in passed:
            if nodes[number].lower == "of" and number > 0:
                noun = nodes[number - 1].lemma if not self._several(number - 1, last) else ""
                return noun if noun in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS else ""
            number -= 1
        if number > 0 and nodes[number].text in (":", "--", "–", "("):
            number -= 1
        noun_before = number >= 0 and nodes[number].lemma in PLACE_NOUNS and nodes[number].text.islower()
        return nodes[number].lemma if noun_before else ""

    def _several(self, noun: int, last: int) -> bool:
        """ "Two villages of Mali" are in Mali; "the villages of Sobane and Koro" are called so."""
        behind = self.tree.nodes[last + 1].lower if last + 1 < len(self.tree.nodes) else ""
        return self.tree.nodes[noun].tag == "NNS" and behind not in (",", "and", "or", "&")

    def _owns_a_part(self, last: int) -> bool:
        """Whether "'s western flank" or "'s airport" follows."""
        nodes, number = self.tree.nodes, last + 1
        if number >= len(nodes) or nodes[number].lower not in ("'s", "’s"):
            return False
        while number + 1 < len(nodes) and nodes[number + 1].tag in TRANSPARENT_TAGS:
            number += 1
        return number + 1 < len(nodes) and nodes[number + 1].lemma in PLACE_NOUNS | PART_NOUNS | SITE_NOUNS

    def site_behind(self, last: int) -> bool:
        """Whether "hospital" or the like follows and is part of the name."""
        return self.site_end(last) > last

    def site_end(self, last: int) -> int:
        """The last word of the site that the name opens: "crossing" in "the Torkham border crossing"; else `last`."""
        nodes, behind = self.tree.nodes, last + 1
        while behind + 1 < len(nodes) and nodes[behind].lower in SITE_KINDS:
            behind += 1
        if behind >= len(nodes) or nodes[behind].lower not in SITE_NOUNS - PLACE_NOUNS:
            return last
        inside = nodes[last : behind + 1]
        tied = any(step in inside for step in nodes[last].ancestors())
        return behind if nodes[behind].text.islower() and tied else last

    def is_goal(self, first: int, last: int, verbs: frozenset[str]) -> bool:
        """Whether one of the verbs has the name as its object, or as its subject in the passive."""
        before = self.tree.nodes[first - 2 : first] if first > 1 else self.tree.nodes[:first]
        if before and before[-1].lower in ("the", "a") and len(before) > 1:
            before = before[:-1]
        if before and before[-1].verbal and before[-1].lemma in verbs:
            return True
        head = self.inner_head(first, last)
        while head.dep == "conj" and head.head is not None:
            head = head.head
        return head.dep in ("obj", "nsubj:pass") and head.head is not None and head.head.lemma in verbs

    def inside_a_name(self, first: int) -> bool:
        """Whether "of" or "in" ties it to capitalized words before: "Islamic State of Iraq", "Bank of England"."""
        nodes, number = self.tree.nodes, first - 1
        while number > 0 and (nodes[number].lower in ("and", "the") or (number < first - 1 and nodes[number].proper)):
            number -= 1
        if number < 2 or nodes[number].lower not in ("of", "in", "for"):
            return False
        name = nodes[number - 1]
        if not name.proper or (
            name.lemma in PLACE_NOUNS | PART_NOUNS and nodes[number].lower == "of" and name.lemma != "state"
        ):
            return False
        return self.labels[number - 1] == "ORG" or (
            nodes[number].lower == "of" and nodes[number - 2].text[:1].isupper()
        )

    def before_group(self, last: int) -> bool:
        """Whether "militia", "fighters" or "-held" follows."""
        following = self.tree.nodes[last + 1 : last + 3]
        return any(node.lemma in GROUP_NOUNS or node.lower in GROUP_NOUNS for node in following[:1]) or (
            len(following) == 2 and following[0].text == "-" and following[1].lower in GROUP_NOUNS
        )

    def is_distance(self, number: int) -> bool:
        """Whether "south" in "940 kilometers south of Manila" only says how far away another place is."""
        if number < 1 or self.tree.nodes[number].lower not in DIRECTIONS | {"from", "away", "off"}:
            return False
        return self.tree.nodes[number - 1].lower in DISTANCES | {")"}

    def is_far_from(self, first: int) -> bool:
        """Whether the name only measures a distance: "50 km (30 miles) south of the capital Algiers"."""
        number = first - 1
        while number > 0 and (self.tree.nodes[number].lower == "the" or self.tree.nodes[number].lemma in PLACE_NOUNS):
            number -= 1
        return number > 0 and self.tree.nodes[number].lower == "of" and self.is_distance(number - 1)

    def measures_from(self, part_first: int, first: int, previous_last: int) -> bool:
        """Whether a place only says where the one before it lies: "Baquba northeast of Baghdad"."""
        nodes = self.tree.nodes
        if part_first == first or nodes[first - 1].lower != "of" or nodes[part_first].lower not in DIRECTIONS:
            return False
        between = [node for node in nodes[previous_last + 1 : part_first] if node.text != ","]
        return all(node.lower in ("to", "the", "just", "lying") or node.lemma in PLACE_NOUNS for node in between)

    def hyphened_to_verb(self, last: int) -> bool:
        """Whether the name is the actor of "US-led", "Saudi Arabia-backed"."""
        nodes = self.tree.nodes
        return last + 2 < len(nodes) and nodes[last + 1].text == "-" and nodes[last + 2].text[:1].islower()

    def part(self, first: int) -> tuple[str | None, int]:
        """What of the place is meant, and where those words begin: "eastern Aleppo", "Old City of Aleppo"."""
        nodes, before = self.tree.nodes, first - 1
        if before >= 0 and nodes[before].lower in PART_ADJECTIVES:
            return nodes[before].text, before
        while before > 0 and nodes[before].lower in ("the", "of"):
            before -= 1
        if before < 1 or before == first - 1 or nodes[before + 1].lower != "of":
            return None, first
        if f"{nodes[before - 1].lower} {nodes[before].lower}" in PART_NAMES:
            return self.text(before - 1, before), before - 1
        if self._is_around(before) or nodes[before].lower in PART_ADJECTIVES:
            return nodes[before].text, before
        return None, first

    def _is_around(self, number: int) -> bool:
        """Whether the noun before "of X" means what lies around X; "the suburb of X" is X itself."""
        node = self.tree.nodes[number]
        if node.lower == "suburb":
            return number > 0 and self.tree.nodes[number - 1].lower in ("a", "another", "one")
        return node.lemma in SURROUNDINGS
