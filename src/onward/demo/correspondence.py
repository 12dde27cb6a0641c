"""Puts the letters on their days and finds what each of them answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from email.utils import formataddr, parseaddr

from onward.demo.dates import dated, moment_of
from onward.demo.sources import Letter, letters

PERSON = "Amira Sutcliffe <amira.sutcliffe@postbox.example>"
_ANSWERS = {"outlook-de": "AW: "}


@dataclass(frozen=True, slots=True)
class Posted:
    """A letter on its day: who it went to, what it said, what it answers."""

    letter: Letter
    today: date
    sent_at: datetime
    subject: str
    to: str
    words: str
    answered: "Posted | None"

    @property
    def sender(self) -> str:
        """Who wrote it, as name and address."""
        return self.letter.writer.address

    @property
    def message_id(self) -> str:
        """The Message-ID."""
        return self.letter.message_id

    @property
    def thread(self) -> tuple[str, ...]:
        """The Message-IDs of the letters before it, oldest first."""
        if self.answered is None:
            return ()
        return (*self.answered.thread, self.answered.message_id)


def correspondence(today: date) -> list[Posted]:
    """Return all letters on their days, in the order they were sent."""
    by_key = {letter.key: letter for letter in letters()}
    done: dict[str, Posted] = {}
    for letter in by_key.values():
        _post(letter, today, by_key, done)
    return sorted(done.values(), key=lambda posted: posted.sent_at)


def _post(
    letter: Letter,
    today: date,
    by_key: Mapping[str, Letter],
    done: dict[str, Posted],
) -> Posted:
    if letter.key in done:
        return done[letter.key]
    answered = None
    if letter.answers:
        answered = _post(by_key[letter.answers], today, by_key, done)
    sent_at = moment_of(letter.when, today, letter.writer.zone)
    posted = Posted(
        letter=letter,
        today=today,
        sent_at=sent_at,
        subject=dated(_subject(letter, answered), today, sent_at.date()),
        to=_recipient(letter, answered),
        words=dated(letter.words, today, sent_at.date()),
        answered=answered,
    )
    done[letter.key] = posted
    return posted


def _subject(letter: Letter, answered: Posted | None) -> str:
    if "Subject" in letter.headers or answered is None:
        return letter.headers.get("Subject", "")
    before = answered.subject
    if before.lower().startswith(("re:", "aw:")):
        before = before.partition(":")[2].strip()
    return _ANSWERS.get(letter.shape, "Re: ") + before


def _recipient(letter: Letter, answered: Posted | None) -> str:
    if "To" in letter.headers:
        return letter.headers["To"]
    if not letter.is_own:
        return PERSON
    if answered is None:
        message = f"{letter.key} is sent to nobody"
        raise ValueError(message)
    if answered.letter.is_own:
        return answered.to
    return answered.letter.writer.headers.get("Reply-To", answered.sender)


def one_address(written: str) -> str:
    """Return a name and an address, quoted where mail needs it."""
    return formataddr(parseaddr(written))
