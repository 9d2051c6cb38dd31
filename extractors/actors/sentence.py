"""Read all noun phrases of one sentence, with what they are part of and what they point back to."""

from dataclasses import replace

from extractors.actors.anaphora import is_subject, pronoun, speaker_of
from extractors.actors.book import ActorBook
from extractors.actors.choosing import Setting
from extractors.actors.linking import links_of
from extractors.actors.matching import acronym, key_of
from extractors.actors.memory import Memory, Said
from extractors.actors.phrases import Phrase, Piece
from extractors.actors.pointing import Pointing
from extractors.actors.reading import Reader
from extractors.actors.referent import Referent, from_entry
from extractors.actors.words import Word, Words

_PLACING = frozenset({"in", "at", "inside", "within", "across"})
_MODIFIER_LABELS = frozenset({"amod", "compound", "nmod:poss", "poss", "nmod", "nmod:desc", "det", "nummod"})
_SHARES = frozenset({"of", "from", "in"})
_COUNTS = frozenset({"hundreds", "thousands", "tens of thousands", "hundreds of thousands", "dozens", "scores",
                     "millions", "many", "some", "several", "hundred", "dozen"})  # fmt: skip


Cut = tuple[Words, tuple[Phrase, ...]]


class SentenceReading:
    """The noun phrases of one sentence with the parties they name."""

    def __init__(self, index: int, cut: Cut, book: ActorBook, setting: Setting, memory: Memory) -> None:
        words, phrases = cut
        self.doc = words
        self.phrases = phrases
        self.index = index
        self._book = book
        self._setting = setting
        self._memory = memory
        self._reader = Reader(words, book, setting, self._called)
        self._at = {position: phrase for phrase in phrases for position in range(phrase.start, phrase.end)}
        self._links = links_of(words, phrases)
        self._found: dict[int, tuple[Referent, ...]] = {}

    def phrase_at(self, position: int) -> Phrase | None:
        """The noun phrase with that token."""
        return self._at.get(position)

    def of(self, phrase: Phrase) -> tuple[Referent, ...]:
        """What a noun phrase of this sentence names."""
        if phrase.start not in self._found:
            self._found[phrase.start] = ()  # a phrase that leads back to itself names nothing
            self._found[phrase.start] = self._read(phrase)
        return self._found[phrase.start]

    def named_by(self, token: Word) -> tuple[Referent, ...]:
        """What a token names: a modifier itself, any other token its whole noun phrase."""
        phrase = self._at.get(token.i)
        if phrase is None:
            return ()
        own = self._modifier(phrase, token)
        return self.of(phrase) if own is None else own

    def pointed_by(self, token: Word) -> tuple[Referent, ...]:
        """Whom a personal pronoun means."""
        speaker = speaker_of(self.doc, token)
        if speaker is None:
            return pronoun(self._memory, self.index, token)
        return tuple(each.at(token.i, token.i + 1, "speaker") for each in self.named_by(speaker))

    def learn_names(self) -> None:
        """Put the names that this sentence introduces into the alias table."""
        for phrase in self.phrases:
            head, short = phrase.head, self._links.bracketed(phrase)
            named = head is not None and (
                head.kind == "name" or (head.kind == "entity" and any(each.person for each in head.entries))
            )
            if head is None or not (named or short):
                continue
            found = self._reader.read(phrase)
            if found is None or found.origin in ("state", "place", "deed"):
                continue
            found = self._described(phrase, found)
            if named:
                self._memory.learn(self._words(head), found)
            if found.name and found.person:
                self._memory.learn(found.name, found)
            if short is not None and acronym(self._words(short)):
                self._memory.learn(self._words(short), replace(found, method="acronym"))

    def read(self) -> None:
        """Read every phrase and remember who was spoken of."""
        for phrase in self.phrases:
            found = self.of(phrase)
            if found and found[0].origin not in ("deed", "thing"):
                subject = max(is_subject(token) for token in self.doc[phrase.start : phrase.end])
                several = found if len(found) > 1 else ()
                said = replace(found[0], start=phrase.start, end=phrase.end)
                self._memory.note(Said(sentence=self.index, referent=said, subject=subject, group=several))

    def _read(self, phrase: Phrase) -> tuple[Referent, ...]:
        head = phrase.head
        if head is None or (head.role is not None and head.role.kind == "part"):
            link = self._links.complement(phrase)
            if link is not None:
                return self.of(link[1]) if link[0] in _SHARES else ()
            return self._counted(phrase, head)
        if self._alone(phrase, head):
            pointed = Pointing(self._memory, self.doc, self.index).pointed(phrase, head)
            if pointed:
                return pointed
        found = self._completed(phrase, head)
        return (*self._sharing(phrase, head), *found)

    def _alone(self, phrase: Phrase, head: Piece) -> bool:
        """Whether nothing beside the noun says whose it is."""
        if head.role is None or len(phrase.segments) > 1 or len(phrase.segments[0]) > 1:
            return False
        link = self._links.complement(phrase)
        return link is None or not any(_owns(each) for each in self.of(link[1]))

    def _counted(self, phrase: Phrase, head: Piece | None) -> tuple[Referent, ...]:
        """People who are only a number: "10,000 have fled", "dozens were killed"."""
        last = self.doc[phrase.end - 1]
        if head.role.singular not in _COUNTS if head is not None and head.role is not None else last.pos_ != "NUM":
            return ()
        if is_subject(last) == 0 or last.text == "one":
            return ()
        return (
            Referent(
                start=phrase.start, end=phrase.end, country=self._setting.focus, sector="CVL", origin="role",
                plural=True, method="count",
            ),
        )  # fmt: skip

    def _completed(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """The phrase with what follows it after "of", once for each of several states."""
        link = self._links.complement(phrase) if head.role is not None else None
        if link is None:
            found = self._reader.read(phrase)
            return () if found is None else (self._described(phrase, found),)
        preposition, first = link
        owners = [each for part in self._links.listed(first) for each in self.of(part)[:1] if _owns(each)]
        if not owners or (preposition in _PLACING and owners[0].origin not in ("state", "place")):
            found = self._reader.read(phrase)
            return () if found is None else (found,)
        read = [(owner, self._reader.read(phrase, owner)) for owner in owners]
        if len(owners) > 1 and head.role is not None and self._plural(head):
            return tuple(found.at(owner.start, owner.end) for owner, found in read if found is not None)
        only = read[0][1]
        return () if only is None else (only.at(phrase.start, max(phrase.end, owners[0].end)),)

    def _sharing(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """ "Syrian and Russian officials": those whose words before "and" share the head."""
        if head.role is None or len(phrase.segments) > 1 or len(phrase.segments[-1]) < 2:
            return ()
        shared: list[Referent] = []
        for other in self._links.beside(phrase):
            last = other.head
            if last is None or not self._bare(other, last):
                break
            found = self._reader.segment((*other.segments[-1], head), None)
            if found is None:
                break
            end = phrase.end if last.kind == "demonym" else other.end
            shared.append(found.at(other.start, end))
            self._found[other.start] = (shared[-1],)
        return tuple(reversed(shared))

    def _bare(self, phrase: Phrase, last: Piece) -> bool:
        """Whether the phrase is but a modifier: a nationality, or a singular noun without an article."""
        if len(phrase.segments) != 1:
            return False
        token = self.doc[last.end - 1]
        if last.kind == "demonym":
            return last.demonym is not None and not last.demonym.noun
        first = self.doc[phrase.start]
        if first.pos_ == "DET" and last.kind != "entity":
            return False
        if last.role is not None:
            return token.tag_ == "NN" and last.role.kind in ("body", "armed", "unit", "member")
        return last.kind == "entity" and token.dep_ in _MODIFIER_LABELS and token.head.i > last.end

    def _described(self, phrase: Phrase, found: Referent) -> Referent:
        """A name with the codes that an apposition, "of" or a relative clause beside it gives."""
        if found.coded or found.origin not in ("person", "name"):
            return found
        for other in (self._links.aside(phrase), self._links.introduced(phrase), self._links.led(phrase)):
            described = self._description(other)
            if described is not None:
                return self._reader.titled(found, described)
        link = self._links.complement(phrase)
        if link is not None and found.person and link[0] in ("of", "from", "with", "at", "for"):
            owner = next(iter(self.of(link[1])), None)
            if owner is not None and owner.origin in ("organisation", "role", "name") and owner.coded:
                return self._reader.titled(found, owner)
        return found

    def _description(self, other: Phrase | None) -> Referent | None:
        head = other.head if other is not None else None
        if other is None or head is None:
            return None
        if head.kind == "role" and (
            head.role is None or head.role.kind in ("deed", "thing", "part") or self._plural(head)
        ):
            return None
        if head.kind not in ("role", "entity"):
            return None
        read = next(iter(self.of(other)), None)
        return read if read is not None and read.coded and read.origin in ("role", "organisation") else None

    def _modifier(self, phrase: Phrase, token: Word) -> tuple[Referent, ...] | None:
        """What the token names as a modifier of its phrase; None when it is the head or part of it."""
        head = phrase.head
        for number, segment in enumerate(phrase.segments):
            piece = next((each for each in segment if each.start <= token.i < each.end), None)
            if piece is None:
                continue
            if number < len(phrase.segments) - 1:
                return self._owner(phrase, number)
            if piece is head or head is None or (piece.role is not None and head.kind in ("entity", "name")):
                return None
            within = phrase.start <= token.head.i < phrase.end
            return self._belonging(piece, head) if token.dep_ in _MODIFIER_LABELS and within else None
        return None

    def _owner(self, phrase: Phrase, number: int) -> tuple[Referent, ...]:
        owner: Referent | None = None
        for segment in phrase.segments[: number + 1]:
            owner = self._reader.segment(segment, owner, phrase.former) or owner
        start = phrase.segments[0][0].start
        return () if owner is None else (owner.at(start, phrase.segments[number][-1].end),)

    def _belonging(self, piece: Piece, head: Piece) -> tuple[Referent, ...]:
        if piece.kind == "demonym" and piece.demonym is not None:
            armed = head.role is not None and head.role.sector == "MIL"
            return (
                Referent(
                    start=piece.start, end=piece.end, country=piece.demonym.country, sector="MIL" if armed else "GOV",
                    origin="role", method="nationality",
                ),
            )  # fmt: skip
        found = self._reader.segment((piece,), None)
        if found is not None and found.sector == "GOV" and head.role is not None and head.role.sector == "MIL":
            found = replace(found, sector="MIL")
        return () if found is None else (found,)

    def _called(self, piece: Piece) -> Referent | None:
        """What the article has said before about a name or a possessive pronoun."""
        if piece.kind == "owner":
            return next(iter(self.pointed_by(self.doc[piece.start])), None)
        words = self._words(piece)
        known = self._memory.called(words)
        if known is not None:
            short = " " not in words.strip() and known.coded and known.method != "acronym"
            method = "surname" if short else known.method
            return known.at(piece.start, piece.end, method)
        day = self._setting.day
        named = self._book.surnames.get(" ".join(key_of(words)), ())
        holders = [each for each in named if each.office and each.valid(day)]
        if len({each.name for each in holders}) != 1:
            return None
        return from_entry(holders[-1], piece.start, piece.end, "surname")

    def _plural(self, piece: Piece) -> bool:
        return self.doc[piece.end - 1].tag_ in ("NNS", "NNPS")

    def _words(self, found: Phrase | Piece) -> str:
        return self.doc.between(found.start, found.end)


def _owns(referent: Referent) -> bool:
    """Whether a phrase after "of" can be what a role belongs to."""
    return referent.origin in ("state", "place", "organisation", "person", "name") or bool(
        referent.role and referent.role.kind in ("body", "unit", "armed")
    )
