from dataclasses import replace
from typing import Any

from onward.domain.mail.context import Context
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.reading import read
from onward.domain.mail.reading_each import read_each
from tests.domain.mail.posted import plain

NOBODYS: Any = object()


def test_a_message_that_breaks_the_reading_does_not_stop_the_others() -> None:
    mail, context = parse(plain()), Context()
    broken = replace(mail, text=NOBODYS, html=NOBODYS)
    first, second, third = read_each([mail, broken, mail], context)
    assert second is None
    assert first == third == read(mail, context)


def test_where_nothing_breaks_all_are_read_at_once() -> None:
    mails = [parse(plain()), parse(plain("Thank you for applying.\n"))]
    assert read_each(mails, Context()) == [read(mail, Context()) for mail in mails]
