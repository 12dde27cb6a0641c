"""What the pages about an asked request show."""

from dataclasses import dataclass

from onward.web.shown.shared import Action, Choice


@dataclass(frozen=True, slots=True)
class SlotShown:
    """A time offered, and the address to say that they took it."""

    words: str
    pick_url: str


@dataclass(frozen=True, slots=True)
class Asked:
    """Where a request is: in one sentence, with what can be done now.

    `usefulness` is asked once something came; `rates` are one's own numbers in words.
    """

    title: str
    said: str
    application: str
    application_url: str
    actions: tuple[Action, ...] = ()
    slots: tuple[SlotShown, ...] = ()
    call: str = ""
    call_actions: tuple[Action, ...] = ()
    closings: tuple[Action, ...] = ()
    usefulness: tuple[Choice, ...] = ()
    rates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MoreLetter:
    """A follow-up or thanks, ready to be read, edited and sent."""

    title: str
    said: str
    text: str
    mailto: str
    has_account: bool
    back_url: str
    application: str
    application_url: str
