"""Who a name is said to be right beside it: an apposition, "of" an organisation, "who leads" something."""

from collections.abc import Callable
from dataclasses import dataclass

from extractors.actors.linking import Links
from extractors.actors.phrases import Phrase
from extractors.actors.reading import Reader
from extractors.actors.referent import Referent
from extractors.language.tokens import Tokens

_MEMBERSHIP = frozenset({"of", "from", "with", "at", "for"})
_NO_DESCRIPTION = frozenset({"deed", "thing", "part", "site"})


@dataclass(frozen=True, slots=True)
class Describer:
    """Gives the names of one sentence the codes of what describes them; `of` reads any phrase of the sentence."""

    doc: Tokens
    links: Links
    reader: Reader
    of: Callable[[Phrase], tuple[Referent, ...]]

    def described(self, phrase: Phrase, found: Referent) -> Referent:
        """A name with the codes that an apposition, "of" or a relative clause beside it gives."""
        if found.coded or found.origin not in ("person", "name"):
            return found
        for other in (self.links.aside(phrase), self.links.introduced(phrase), self.links.led(phrase)):
            description = self._description(other)
            if description is not None:
                return self.reader.titled(found, description)
        lead = self.links.leading(phrase) if found.origin == "person" else None
        if lead is not None:
            led = next(iter(self.of(lead)), None)
            return self.reader.titled(found, led) if led is not None and led.coded else found
        link = self.links.complement(phrase)
        if link is not None and found.person and link[0] in _MEMBERSHIP:
            owner = next(iter(self.of(link[1])), None)
            if owner is not None and owner.origin in ("organisation", "role", "name") and owner.coded:
                return self.reader.titled(found, owner)
        return found

    def _description(self, other: Phrase | None) -> Referent | None:
        head = other.head if other is not None else None
        if other is None or head is None or head.kind not in ("role", "entity"):
            return None
        plural = self.doc[head.end - 1].tag_ in ("NNS", "NNPS")
        if head.kind == "role" and (head.role is None or head.role.kind in _NO_DESCRIPTION or plural):
            return None
        read = next(iter(self.of(other)), None)
        return read if read is not None and read.coded and read.origin in ("role", "organisation") else None
