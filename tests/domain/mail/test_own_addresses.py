from onward.domain.mail.own_addresses import own_addresses_in


def _mail(sender: str, to: str, *further: str) -> bytes:
    lines = [f"From: {sender}", f"To: {to}", *further]
    return "\n".join(lines).encode() + b"\n\nHello"


def test_most_mail_is_written_to_the_person() -> None:
    mails = [
        (_mail(f"a{n}@x.example", "Sam <SAM@field.example>"), ()) for n in range(5)
    ]
    assert own_addresses_in(mails) == {"sam@field.example"}


def test_whoever_writes_often_and_is_written_to_is_not_the_person() -> None:
    mails = [(_mail("jo@acme.example", "sam@field.example"), ()) for _ in range(6)]
    mails += [(_mail("sam@field.example", "jo@acme.example"), ()) for _ in range(4)]
    assert own_addresses_in(mails) == {"sam@field.example"}


def test_the_sent_folder_tells_who_the_person_is() -> None:
    mails = [
        (_mail("s.field@work.example", f"a{n}@x.example"), ("Sent",)) for n in range(3)
    ]
    assert own_addresses_in(mails) == {"s.field@work.example"}


def test_a_second_address_that_mail_is_delivered_to_is_own_too() -> None:
    delivered = "Delivered-To: sam@field.example"
    mails = [(_mail("a@x.example", "sam@old.example", delivered), ()) for _ in range(5)]
    assert own_addresses_in(mails) == {"sam@field.example", "sam@old.example"}


def test_the_address_of_a_mailing_list_is_not_own() -> None:
    posted = "List-Post: <mailto:list@x.example>"
    mails = [(_mail(f"a{n}@x.example", "list@x.example", posted), ()) for n in range(9)]
    mails += [(_mail(f"b{n}@x.example", "sam@field.example"), ()) for n in range(4)]
    assert own_addresses_in(mails) == {"sam@field.example"}


def test_one_mail_tells_nothing() -> None:
    assert own_addresses_in([(_mail("a@x.example", "b@x.example"), ())]) == set()
