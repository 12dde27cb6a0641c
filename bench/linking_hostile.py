"""A search that is hard to file: one employer three times, an agency, a new name.

The mail is in `training/linking/hostile.txt`; each says whose application it is.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.linking_made_up import really_read, say, told
from onward.demo.mailbox import DemoMail
from onward.domain.mail.verdict import Meaning
from tools.mail_examples import HOUSE

_MAIL = HOUSE / "training" / "linking" / "hostile.txt"
_LONDON = ZoneInfo("Europe/London")


def compare(folder: str) -> None:
    """Print the figures of the hostile search."""
    noted = list(_noted(_MAIL.read_text(encoding="utf-8")))
    true = {mail.message_id: names for mail, _, names in noted if names}
    labels = {mail.message_id: label for mail, label, _ in noted}
    applications = {name for names in true.values() for name in names}
    print(
        f"The hostile search: {len(true)} mails about {len(applications)} applications"
    )
    path = Path(folder) / "hostile"
    path.mkdir()
    for number, (mail, _, _) in enumerate(noted):
        (path / f"{number:03}.eml").write_bytes(mail.content)
    say("meanings told", told([mail for mail, _, _ in noted], labels), true)
    say("as really read", really_read(path), true)


def _noted(content: str) -> Iterator[tuple[DemoMail, Meaning, list[str]]]:
    for part in re.split(r"^@@[ \t]*", content, flags=re.MULTILINE)[1:]:
        first, _, rest = part.partition("\n")
        label, _, application = (piece.strip() for piece in first.partition(";"))
        head, _, body = rest.partition("\n\n")
        told_of = dict(re.findall(r"^([\w-]+):[ \t]*(.*)$", head, flags=re.MULTILINE))
        mail = _mail(told_of, body)
        yield mail, Meaning(label), [] if application == "-" else [application]


def _mail(told_of: dict[str, str], body: str) -> DemoMail:
    number = f"<{told_of['id']}@made.example>"
    mail = EmailMessage()
    mail["From"], mail["Subject"] = told_of["From"], told_of["Subject"]
    mail["To"] = told_of.get("To", "Imani <person@home.example>")
    sent_at = datetime.fromisoformat(told_of["sent"]).replace(tzinfo=_LONDON)
    mail["Date"], mail["Message-ID"] = format_datetime(sent_at), number
    answered = [f"<{one}@made.example>" for one in told_of.get("answers", "").split()]
    if answered:
        mail["In-Reply-To"], mail["References"] = answered[-1], " ".join(answered)
    if "list" in told_of:
        mail["List-Unsubscribe"] = "<mailto:off@made.example>"
    mail.set_content(body)
    own = "person@home.example" in told_of["From"]
    return DemoMail(mail.as_bytes(), "Sent" if own else "INBOX", sent_at, number)
