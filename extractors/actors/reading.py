"""Read one noun phrase: a name with its title, a role with whose it is. Knows the sentence, not what came before."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from extractors.actors.book import ActorBook
from extractors.actors.choosing import Setting, choose, of_land, strange
from extractors.actors.entry import ActorEntry, Role
from extractors.actors.homing import at_home
from extractors.actors.peers import OF_PERSONS, challenger, next_door, peer
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.referent import Referent, from_entry
from extractors.actors.sectors import FOUNDED, belongs_at_home, sector_of
from extractors.language.tokens import Tokens
from extractors.model import Sector

NameLookup = Callable[[Piece], Referent | None]
"""Resolves a name that no list holds, and a possessive pronoun, from what the article said before."""

_PERSON_LABELS = frozenset({"PER", "PERSON"})
_PLACE_LABELS = frozenset({"LOC", "GPE"})
_LEADING = frozenset({"led"})
_LOYAL = frozenset({"pro", "anti", "non"})
_OUT_OF_OFFICE = frozenset({None, "ELI", "PTY", "OPP"})
"""What somebody is before and after an office; a title that is not called former tells of the time in office."""
_LANDS = frozenset({"state", "place"})
_ENDED: dict[Sector, Sector] = {"GOV": "ELI", "MIL": "ELI", "LEG": "ELI", "JUD": "ELI", "COP": "ELI", "SPY": "ELI"}


def _held(title: Piece | None) -> bool:
    return title is not None and title.role is not None and "person" in title.role.refers


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads the phrases of one sentence."""

    doc: Tokens
    book: ActorBook
    setting: Setting
    lookup: NameLookup

    def read(self, phrase: Phrase, complement: Referent | None = None) -> Referent | None:
        """What the phrase names, `complement` being what follows it after "of"; None when it is no party."""
        owner: Referent | None = None
        for segment in phrase.segments[:-1]:
            pointed = self.lookup(segment[0]) if segment[0].kind == "role" and len(segment) == 1 else None
            owner = pointed or self.segment(segment, owner, phrase.former) or owner
        if not phrase.segments:
            return None
        last = phrase.head
        if last is not None and last.role is not None and last.role.kind == "deed":
            complement = None  # "shelling in Aleppo": where it happens is not who does it
        if complement is not None and last is not None and last.role is not None and last.role.kind == "peer":
            owner = replace(complement, method="nationality")  # "his counterparts in Niger" are Niger's, not his
        found = self.segment(phrase.segments[-1], owner or complement, phrase.former)
        return None if found is None else found.at(phrase.start, phrase.end)

    def _plural(self, piece: Piece) -> bool:
        return self.doc[piece.end - 1].tag_ in ("NNS", "NNPS")

    def segment(self, segment: Sequence[Piece], owner: Referent | None, former: bool = False) -> Referent | None:
        """What the words between two possessive endings name."""
        *before, last = segment
        modifiers = [*self._modifiers(before), *([owner] if owner else [])]
        if last.kind == "role" and last.role is not None:
            return self.role(last, modifiers, former)
        if last.kind in ("entity", "name"):
            return self.named(last, before, modifiers, former)
        if last.kind == "demonym" and last.demonym is not None:
            return self._people(last)
        return self.lookup(last) if last.kind == "owner" else None

    def named(
        self, last: Piece, before: Sequence[Piece], modifiers: Sequence[Referent], former: bool
    ) -> Referent | None:
        """A name, its title before it."""
        land = next((each.country for each in modifiers if each.origin == "state"), None)
        known = self.entity(last, land)
        title = next((piece for piece in reversed(before) if piece.role is not None), None)
        if known is not None and known.origin == "place" and last.kind == "name" and _held(title):
            known = replace(
                known, origin="person", method="name"
            )  # "Mayor Jane Doe" is no place, whatever the tagger says
        if title is None or title.role is None or (known is not None and known.origin in ("state", "place")):
            return known
        role = self.role(title, [each for each in modifiers if each.start != title.start], former)
        if known is None or role is None or role.origin in ("deed", "thing"):
            return known
        return self.titled(known, role, former)

    def titled(self, known: Referent, role: Referent, former: bool = False) -> Referent:
        """A name with the codes its title gives; for a known actor only those that its entry leaves open."""
        person = known.person or (role.role is not None and role.role.kind in ("office", "member", "people"))
        open_ = known.country is None and known.kind is None and role.country is not None
        if known.coded and not open_ and not (former and known.sector == "ELI"):
            home = role.method == "role+focus" or role.country == known.country
            sure = role.sector is not None and (known.sector is None or (home and known.sector in _OUT_OF_OFFICE))
            return replace(known, sector=role.sector if sure and not former else known.sector, role=role.role)
        return replace(
            known,
            country=known.country or role.country,
            sector=role.sector,
            origin="person" if person and known.origin == "name" else known.origin,
            role=role.role,
            method="title",
        )

    def entity(self, piece: Piece, land: str | None = None) -> Referent | None:
        """The actor a name means, `land` being whose it is; words that nothing is known about stay words."""
        if piece.kind == "entity":
            entry, words = choose(piece.entries, self.setting), self.doc.between(piece.start, piece.end)
            if entry is not None and self._another(piece, entry):
                return self.words(piece)
            theirs = entry is not None and of_land(entry, words, land)
            if entry is not None and (theirs or strange(entry, words, self.setting)):
                return Referent(
                    start=piece.start, end=piece.end, country=land if theirs else self.setting.focus,
                    sector="PTY" if entry.kind == "party" else entry.sector, origin="role",
                    method="role" if theirs else "role+focus",
                )  # fmt: skip
            if entry is not None:
                return from_entry(entry, piece.start, piece.end)
        return self.lookup(piece) or self.words(piece)

    def _another(self, piece: Piece, entry: ActorEntry) -> bool:
        """Whether a given name that is not the known person's stands before the surname: somebody else."""
        before = self.doc[piece.start - 1] if piece.start else None
        if not entry.person or piece.end - piece.start > 1 or before is None or before.tag_ != "NNP":
            return False
        given = before.lower_
        if not before.text[0].isupper() or not before.text.isalpha() or before.text.isupper():
            return False
        known = self.book.roles.get(given) or self.book.names.get(before.text) or self.book.demonyms.get(before.text)
        return not known and all(given not in name.lower() for name in entry.names)

    def words(self, piece: Piece) -> Referent:
        """A name by itself."""
        label = next(
            (self.doc[each].ent_type_ for each in range(piece.start, piece.end) if self.doc[each].ent_type_), ""
        )
        if label in _PLACE_LABELS:
            return Referent(start=piece.start, end=piece.end, origin="place", method="place")
        origin = "person" if label in _PERSON_LABELS else "name"
        return Referent(start=piece.start, end=piece.end, origin=origin, method="name")  # type: ignore[arg-type]

    def _people(self, piece: Piece) -> Referent | None:
        token = self.doc[piece.end - 1]
        if piece.demonym is None or (token.pos_ == "ADJ" and not self._articled(piece)):
            return None
        return Referent(
            start=piece.start,
            end=piece.end,
            country=piece.demonym.country,
            sector=None if self._articled(piece) else "CVL",
            origin="role",
            plural=True,
            method="nationality",
        )

    def _articled(self, piece: Piece) -> bool:
        return piece.start > 0 and self.doc[piece.start - 1].lower_ == "the"

    def _modifiers(self, before: Sequence[Piece]) -> list[Referent]:
        """What stands before the last piece, the nearest first."""
        found: list[Referent] = []
        for piece in reversed(before):
            if self.outside(piece):
                continue
            read = self._modifier(piece)
            if read is not None:
                found.append(read)
        return found

    def _modifier(self, piece: Piece) -> Referent | None:
        if piece.kind == "demonym" and piece.demonym is not None:
            return Referent(
                start=piece.start, end=piece.end, country=piece.demonym.country, origin="state", method="nationality"
            )
        if piece.kind == "role" and piece.role is not None:
            return Referent(
                start=piece.start,
                end=piece.end,
                sector=piece.role.sector,
                role=piece.role,
                origin="role",
                method="modifier",
            )
        if piece.kind == "owner":
            return self.lookup(piece)
        return self.entity(piece) if piece.kind in ("entity", "name") else None

    def outside(self, piece: Piece) -> bool:
        """Whether a hyphen makes the piece something else than an owner: "Britain-based", "US-backed", "anti-Assad"."""
        doc, after, prior = self.doc, piece.end, piece.start - 1
        if after + 1 < len(doc) and doc[after].text == "-" and doc[after + 1].tag_ in ("VBN", "VBD", "JJ"):
            return doc[after + 1].lower_ not in _LEADING
        if prior > 0 and doc[prior].text == "-" and doc[prior - 1].lower_ in _LOYAL:
            return doc[prior - 1].lower_ != "pro" or piece.kind == "demonym"
        return False

    def role(self, piece: Piece, modifiers: Sequence[Referent], former: bool = False) -> Referent | None:
        """A role noun with the country and sector that its modifiers give, the nearest first."""
        role = piece.role
        if role is None or role.kind in ("thing", "part"):
            return None
        itself = next((each for each in modifiers if each.kind in role.refers and each.name), None)
        if itself is not None and not itself.person and role.kind not in ("member", "office"):
            return itself.at(piece.start, piece.end)
        if role.singular in OF_PERSONS and any(each.person for each in modifiers):
            return challenger(piece, role, modifiers, plural=self._plural(piece))
        if role.kind == "peer":
            return next_door(peer(piece, role, modifiers, plural=self._plural(piece)), modifiers, self.setting.focus)
        country = _home_of(modifiers)
        if role.kind == "site":
            return self._site(piece, role, modifiers)
        if role.kind == "deed":
            return self._deed(piece, role, modifiers, country)
        sector = sector_of(role, modifiers, self.doc[piece.end - 1].tag_ in ("NNS", "NNPS"))
        if role.singular == "officer" and sector == "MIL" and all(each.origin in _LANDS for each in modifiers):
            sector = sector if self.setting.armed and self.setting.warlike and not self.setting.policed else "COP"
        several = self.doc[piece.end - 1].tag_ in ("NNS", "NNPS")
        officers = several and role.sector == "MIL" and role.kind in ("office", "member")
        named = role.singular in FOUNDED and any(each.origin == "name" for each in modifiers)
        local = role.local or officers or named or any(belongs_at_home(each) for each in modifiers)
        home = country is None and at_home(self.doc, piece, role, local=local)
        method = "role+focus" if home else "role"
        return Referent(
            start=piece.start,
            end=piece.end,
            country=self.setting.focus if home else country,
            sector="REB"
            if sector == "OPP" and self.setting.armed and "group" in role.refers
            else _ENDED.get(sector, sector)
            if former and sector and role.kind in ("office", "member")
            else sector,
            origin="role",
            role=role,
            plural=self._plural(piece),
            method=method if sector is not None or country is not None else "words",
        )

    def _site(self, piece: Piece, role: Role, modifiers: Sequence[Referent]) -> Referent | None:
        """What is hit in the place of its owner, with the owner's codes."""
        owner = next((each for each in modifiers if each.coded), None)
        if owner is None and role.local:
            return Referent(
                start=piece.start, end=piece.end, country=self.setting.focus, sector=role.sector, origin="site",
                role=role, method="site",
            )  # fmt: skip
        if owner is None or owner.origin == "place":
            return None
        owned = owner.sector or next((each.sector for each in modifiers if each.sector is not None), None)
        return replace(
            owner,
            start=piece.start,
            end=piece.end,
            country=owner.country or (self.setting.focus if belongs_at_home(owner) else None),
            sector=role.sector if owned in (None, "GOV") and not owner.person else owned,
            origin="site",
            role=role,
            plural=False,
            method="site",
        )

    def _deed(self, piece: Piece, role: Role, modifiers: Sequence[Referent], country: str | None) -> Referent | None:
        doer = next((each for each in modifiers if each.coded), None)
        if doer is None:
            return None
        sector = next((each.sector for each in modifiers if each.sector is not None), None)
        if role.sector == "MIL" and (sector is None or sector == "GOV"):
            sector = "MIL"
        local = doer.role is not None and doer.role.local
        return replace(
            doer,
            start=piece.start,
            end=piece.end,
            country=country or (self.setting.focus if local else None),
            sector=sector or "GOV",
            origin="deed",
            role=role,
            method="deed",
        )


def _home_of(modifiers: Sequence[Referent]) -> str | None:
    """The nearest country; of two nationalities side by side the first: "Syrian Turkmen fighters"."""
    found = [each for each in modifiers if each.country is not None]
    if len(found) > 1 and all(each.method == "nationality" for each in found[:2]) and found[1].end == found[0].start:
        return found[1].country
    return found[0].country if found else None
