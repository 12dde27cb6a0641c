"""What Today shows."""

from dataclasses import dataclass

from onward.web.shown.shared import Action, Quote


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that would help now, and why; `not_now_url` is posted to."""

    kind: str
    title: str
    said: str = ""
    quote: Quote | None = None
    actions: tuple[Action, ...] = ()
    not_now_url: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """The date in words, one sentence, and at most three steps.

    `empty` means nothing is known yet, so the page teaches the two ways to begin.
    """

    date: str
    sentence: str
    steps: tuple[Step, ...] = ()
    waiting_sentence: str = ""
    empty: bool = False
