"""Read all noun phrases of one sentence, with what they are part of and what they point back to."""

from dataclasses import replace

from extractors.actors.anaphora import fits_pronoun, is_subject, named_beside, pronoun, relative_subject, speaker_of
from extractors.actors.belonging import BANDS, bare, counted_people, counts, followed, owns
from extractors.actors.book import ActorBook
from extractors.actors.choosing import Setting
from extractors.actors.describing import Describer
from extractors.actors.groups import named_for, together
from extractors.actors.homing import away, qualified
from extractors.actors.learning import learn_names
from extractors.actors.linking import links_of
from extractors.actors.matching import key_of
from extractors.actors.memory import Memory, Said
from extractors.actors.modifying import modifier
from extractors.actors.phrases import Phrase
from extractors.actors.pieces import Piece
from extractors.actors.pointing import Pointing
from extractors.actors.reading import Reader
from extractors.actors.referent import Referent, from_entry
from extractors.actors.senders import of_giver, sent
from extractors.language.depview import SUBJECTS
from extractors.language.tokens import Token, Tokens

_GUESSED = frozenset({"role+focus", "epithet"})
_HUMAN = frozenset({"him", "her"})
_PLACING = frozenset({"in", "at", "inside", "within", "across"})
_SHARES = frozenset({"of", "from", "in"})

Cut = tuple[Tokens, tuple[Phrase, ...]]


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
        self._describer = Describer(words, self._links, self._reader, self.of)
        self._pointing = Pointing(memory, words, index, setting)
        self._found: dict[int, tuple[Referent, ...]] = {}

    def phrase_at(self, position: int) -> Phrase | None:
        """The noun phrase with that token."""
        return self._at.get(position)

    def of(self, phrase: Phrase) -> tuple[Referent, ...]:
        """What a noun phrase of this sentence names."""
        if phrase.start not in self._found:
            self._found[phrase.start] = ()  # a phrase that leads back to itself names nothing
            found = self._read(phrase)
            self._found[phrase.start] = found if any(each.coded for each in found) else self._apposed(phrase) or found
        return self._found[phrase.start]

    def _apposed(self, phrase: Phrase) -> tuple[Referent, ...]:
        """Who is named right behind words that name nobody: "his host, Jane Doe, …"."""
        aside = self._links.aside(phrase)
        tops = [word for word in self.doc[aside.start : aside.end] if word.dep_ == "appos"] if aside is not None else []
        if aside is None or not any(phrase.start <= word.head.i < phrase.end for word in tops):
            return ()
        return tuple(each.at(phrase.start, phrase.end) for each in self.of(aside) if each.person and each.coded)

    def named_by(self, token: Token) -> tuple[Referent, ...]:
        """What a token names: a modifier itself, any other token its whole noun phrase."""
        phrase = self._at.get(token.i)
        if phrase is None:
            return ()
        own = modifier(self._reader, phrase, token)
        return self.of(phrase) if own is None else own

    def pointed_by(self, token: Token) -> tuple[Referent, ...]:
        """Whom a personal pronoun means."""
        speaker, beside = speaker_of(self.doc, token), named_beside(token)
        near = (
            [each for each in self.named_by(beside) if each.person or token.lower_ in ("its", "whose")]
            if beside is not None
            else []
        )
        if speaker is None and near:
            return tuple(each.at(token.i, token.i + 1, "pronoun") for each in near)
        if speaker is None:
            relative = relative_subject(token, self.doc)
            told = self.named_by(relative) if relative is not None else ()
            if told and all(fits_pronoun(token, each) for each in told):
                return tuple(each.at(token.i, token.i + 1, "pronoun") for each in told)
            return pronoun(self._memory, self.doc, self.index, token)
        return tuple(each.at(token.i, token.i + 1, "speaker") for each in self.named_by(speaker))

    def learn_names(self) -> None:
        """Put the names that this sentence introduces into the alias table."""
        learn_names(self.phrases, self._links, self._describer, self._memory)

    def read(self) -> None:
        """Read every phrase and remember who was spoken of, alone and in lists."""
        self._found.clear()  # what pointed back while names were learned had nothing to point to
        listed = 0
        lists: list[tuple[Phrase, tuple[Referent, ...]]] = []
        spoken = [word for word in self.doc if word.tag_ == "PRP" and (word.dep_ in SUBJECTS or word.lower_ in _HUMAN)]
        for phrase in self.phrases:
            while spoken and spoken[0].i < phrase.start:
                self._note_pronoun(spoken.pop(0))
            found = self.of(phrase)
            if found and found[0].method == "title" and phrase.head is not None and phrase.head.kind == "name":
                self._memory.learn(self._words(phrase.head), found[0])  # "its leader, Jane Doe": now known whose
            self._note_owners(phrase)
            parts = tuple(self._links.listed(phrase)) if phrase.start >= listed else ()
            begins = len(parts) > 1 and self._links.joined(parts[-1])
            if found and found[0].origin not in ("deed", "thing") and not self._says_again(phrase, found[0]):
                self._note(phrase, found, listed=begins or phrase.start < listed)
            if begins:
                listed = parts[-1].end
                group = together(self.of(each) for each in parts)
                lists += [(phrase, group)] if group else []
            if lists and phrase.end >= listed:
                self._note(*lists.pop())  # behind its members, so that "they" are all of them
        for word in spoken:
            self._note_pronoun(word)

    def _says_again(self, phrase: Phrase, found: Referent) -> bool:
        """ "France, the former colonial power": what only says who somebody is, and is nobody by itself."""
        last = self.doc[phrase.end - 1]
        named = self._at.get(last.head.i) if last.dep_ == "appos" else None
        if named is None or named is phrase or (found.country is not None and found.method not in _GUESSED):
            return False
        return any(each.country not in (None, found.country) for each in self.of(named))

    def _note(self, phrase: Phrase, found: tuple[Referent, ...], *, listed: bool = False) -> None:
        words = self.doc[phrase.start : phrase.end]
        first = found[0].at(phrase.start, phrase.end)
        if not first.name and (first.person or (first.origin == "role" and not first.plural)):
            first = replace(first, words=first.words or self._named(phrase))
        self._memory.note(
            Said(
                sentence=self.index,
                referent=first,
                subject=max(map(is_subject, words)),
                group=found if len(found) > 1 else (),
                count=next((token.lower_ for token in words if token.tag_ == "CD"), None),
                listed=listed,
            )
        )

    def _named(self, phrase: Phrase) -> str:
        """The words for somebody, or those of the person whom they describe: "John Roe, a spokesman"."""
        before = self._links.introduced(phrase)
        person = next((each for each in self.of(before) if each.person), None) if before is not None else None
        return self._words(phrase) if person is None or before is None else person.name or self._words(before)

    def _note_owners(self, phrase: Phrase) -> None:
        """Keep in mind whose somebody or something is: "Doe's critics accuse him", "Niger's guard", "the country"."""
        for segment in phrase.segments[:-1]:
            owner = self._reader.segment(segment, None)
            if owner is not None and (owner.person or owner.origin == "state"):
                place = owner.at(segment[0].start, segment[-1].end)
                self._memory.note(Said(sentence=self.index, referent=place, subject=0))

    def _note_pronoun(self, token: Token) -> None:
        """Keep somebody in mind who goes on acting as "he" or "they"."""
        found = self.pointed_by(token)
        if found:
            several = found if len(found) > 1 else ()
            said = Said(sentence=self.index, referent=found[0], subject=is_subject(token), group=several)
            self._memory.note(said)

    def _read(self, phrase: Phrase) -> tuple[Referent, ...]:
        head = phrase.head
        if head is None or (head.role is not None and head.role.kind == "part"):
            link = self._links.complement(phrase)
            people = counted_people(self.doc, phrase, head, self._setting.focus)
            if link is not None and link[0] in _SHARES and not (people and link[0] in _PLACING):
                return tuple(found for part in self._links.coordinated(link[1]) for found in self.of(part))
            return people
        if self._alone(phrase, head):
            ordered = of_giver(self.doc, phrase, head, self.named_by)
            if ordered:
                return ordered
            pointed = self._pointing.pointed(phrase, head)
            if pointed:
                return pointed
        if head.kind == "demonym" and (person := self._pointing.countryman(phrase, head)):
            return person
        found = tuple(sent(self.doc, each, self.named_by) for each in self._completed(phrase, head))
        return (*self._sharing(phrase, head), *found)

    def _alone(self, phrase: Phrase, head: Piece) -> bool:
        """Whether nothing beside the noun says whose it is."""
        if (
            head.role is None
            or len(phrase.segments) > 1
            or any(not counts(each) and not self._reader.outside(each) for each in phrase.segments[0][:-1])
        ):
            return False
        link = self._links.complement(phrase)
        placed = link is not None and link[0] in _PLACING and not head.role.local and head.role.sector is None
        return link is None or placed or not any(owns(each) for each in self.of(link[1]))

    def _completed(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """The phrase with what follows it after "of", once for each of several states."""
        link = self._links.complement(phrase) if head.role is not None else None
        if link is None:
            found = self._reader.read(phrase)
            if found is not None and found.sector == "REL" and found.origin == "organisation":
                found = self._seated(phrase, found)
            return () if found is None else (self._describer.described(phrase, found),)
        preposition, first = link
        parts = self._links.coordinated(first) if preposition in _PLACING else self._links.listed(first)
        owners = [each for part in parts for each in self.of(part)[:1] if owns(each)]
        if not owners and preposition in ("of", "for") and head.role is not None:
            owners = [each for each in self.of(first)[:1] if followed(each, head.role)]
        generic = first.head is not None and first.head.role is not None and not self._plural(first.head)
        carried = preposition == "from" and generic and head.role is not None and away(self.doc, head)
        if not owners or carried or (preposition in _PLACING and owners[0].origin not in ("state", "place")):
            found = self._reader.read(phrase)
            if found is None:
                return ()
            told = head.role is not None and qualified(self.doc, head, head.role, preposition)
            return (found.at(found.start, max(found.end, first.end)) if told else found,)
        if preposition == "of" and owners[0].plural and head.role is not None and head.role.singular in BANDS:
            return (owners[0].at(phrase.start, owners[0].end),)
        read = [(owner, self._reader.read(phrase, owner)) for owner in owners]
        if len(owners) > 1 and head.role is not None and self._plural(head):
            return tuple(
                replace(found, name=named_for(found.country)).at(owner.start, owner.end)
                for owner, found in read
                if found is not None
            )
        only = read[0][1]
        return () if only is None else (only.at(phrase.start, max(phrase.end, owners[0].end)),)

    def _seated(self, phrase: Phrase, found: Referent) -> Referent:
        """A church of the whole world in the country where it is spoken of: "the Catholic Church in Belarus"."""
        link = self._links.complement(phrase)
        owner = next(iter(self.of(link[1])), None) if link is not None and link[0] in ("in", "of") else None
        if owner is None or owner.origin not in ("state", "place") or owner.country is None:
            return found
        return replace(found, country=owner.country, name=None, end=owner.end)

    def _sharing(self, phrase: Phrase, head: Piece) -> tuple[Referent, ...]:
        """ "Syrian and Russian officials": those whose words before "and" share the head."""
        if head.role is None or len(phrase.segments) > 1 or len(phrase.segments[-1]) < 2:
            return ()
        shared: list[Referent] = []
        for other in self._links.beside(phrase):
            last = other.head
            if last is None or not bare(self.doc, other, last):
                break
            found = self._reader.segment((*other.segments[-1], head), None)
            if found is None:
                break
            end = phrase.end if last.kind == "demonym" else other.end
            shared.append(found.at(other.start, end))
            self._found[other.start] = (shared[-1],)
        return tuple(reversed(shared))

    def _called(self, piece: Piece) -> Referent | None:
        """What the article has said before about a name or a possessive pronoun."""
        if piece.kind == "owner":
            return next(iter(self.pointed_by(self.doc[piece.start])), None)
        if piece.kind == "role":
            begin = piece.start - 1 if piece.start and self.doc[piece.start - 1].pos_ == "DET" else piece.start
            owner = Phrase(start=begin, end=piece.end, segments=((piece,),), former=False)
            return next(iter(self._pointing.pointed(owner, piece)), None)
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
