"""What the pages about letters on their way show."""

from dataclasses import dataclass

from onward.web.shown.shared import Action


@dataclass(frozen=True, slots=True)
class LetterRow:
    """One letter in the list of those on their way and gone."""

    url: str
    subject: str
    to: str
    state: str
    on: str
    needs_you: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """One letter exactly as it goes, where it stands, and what can be done.

    `seconds` are those left to hold it back; None once there is nothing to count.
    """

    title: str
    said: str
    headers: tuple[tuple[str, str], ...]
    text: str
    application: str
    application_url: str
    actions: tuple[Action, ...] = ()
    seconds: int | None = None
    problem: str = ""
    live: bool = False
