"""Decides which mail of a large mailbox is read at once, and which in a second look.

A heading is read in a tenth of a millisecond, a whole message in two. What speaks of
work, or comes from a person, is opened; of the rest only systems and lists that sound
like it. Of what is opened the first lines decide. Nothing is lost by this: what does
not pass is read whole in the second look.
"""

from collections.abc import Sequence
from dataclasses import replace

from onward.domain.mail.body.clean import body_of
from onward.domain.mail.body.strip import strip
from onward.domain.mail.meaning.scores import Letter, Scores, meanings
from onward.domain.mail.meaning.signs import letter_of
from onward.domain.mail.meaning.verdict import chance_of
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.senders import is_tracking_system
from onward.domain.mail.triage.first_sight import is_told, least_of

# Measured (docs/measurements.md): what is kept in the end passes, .999 of it and more.
_LEAST = 0.16
# To be opened a heading must promise more than to be fetched from a server: what is
# not opened here is read a little later. What goes to many and names no work always is.
_LATER = 1.2
_FIRST_LETTERS = 400
_FIRST_OF_TEXT, _FIRST_OF_HTML = 1_500, 20_000


def worth_opening(headings: Sequence[ParsedMail]) -> list[bool]:
    """Tell which messages are to be opened, by sender and subject alone."""
    letters = [letter_of(mail, f"{mail.subject}\n\n") for mail in headings]
    least = [
        0.0 if is_told(mail, letter) else _LATER * least_of(mail)
        for mail, letter in zip(headings, letters, strict=True)
    ]
    # Half of a mailbox went to many: what no chance would open need not be read for it.
    doubted = [n for n, bar in enumerate(least) if 0 < bar < 1]
    scored = meanings([letters[place] for place in doubted])
    chances = dict(zip(doubted, map(chance_of, scored), strict=True))
    return [not bar or chances.get(n, 0.0) >= bar for n, bar in enumerate(least)]


def worth_reading(
    opened: Sequence[ParsedMail],
) -> tuple[list[bool], dict[Letter, Scores]]:
    """Tell which opened messages are to be read whole at once, by their first lines.

    With it comes what was made of these: of short mail they are all it says.
    """
    surely = [
        bool(mail.calendars) or is_tracking_system(mail.sender.domain)
        for mail in opened
    ]
    letters = [
        letter_of(mail, f"{mail.subject}\n\n{_first_lines(mail)}")
        for mail, is_sure in zip(opened, surely, strict=True)
        if not is_sure
    ]
    scored = dict(zip(letters, meanings(letters), strict=True))
    left = iter(letters)
    worth = [is_sure or chance_of(scored[next(left)]) >= _LEAST for is_sure in surely]
    return worth, scored


def _first_lines(mail: ParsedMail) -> str:
    beginning = replace(
        mail, text=mail.text[:_FIRST_OF_TEXT], html=mail.html[:_FIRST_OF_HTML]
    )
    return strip(body_of(beginning)).new_text.strip()[:_FIRST_LETTERS]
