"""`onward mail`: read a mailbox, or see what a mail would be taken for."""

import json
import sys
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True)
AsJson = Annotated[
    bool, typer.Option("--json", help="Print one JSON object a line, for programs.")
]
Mailboxes = Annotated[
    list[Path],
    typer.Argument(help=".mbox, .eml, Maildir, a folder or a zip of these."),
]
Whole = Annotated[
    bool,
    typer.Option("--whole", help="Read all of a large mailbox before it ends."),
]
MailOrInput = Annotated[
    list[str],
    typer.Argument(help=".mbox, .eml, Maildir, a folder or zip; - reads the input."),
]


@app.command("import")
def import_mail(
    paths: Mailboxes, *, json_lines: AsJson = False, whole: Whole = False
) -> None:
    """Read mailboxes. Ctrl-C pauses; the same command again goes on."""
    if not whole and _said_at_once(paths, json_lines=json_lines):
        return
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings Django

    get_ready()
    from onward.cli.mail_import import import_all  # noqa: PLC0415 - Django first

    sys.exit(import_all(paths, as_json=json_lines, is_whole=whole))


def _said_at_once(paths: list[Path], *, json_lines: bool) -> bool:
    """Say of mailboxes that they hold nothing new; tell whether that is so."""
    from onward.cli import mail_said, mail_unchanged  # noqa: PLC0415 - for this alone

    found = mail_unchanged.unchanged(paths)
    for path, told in zip(paths, found, strict=False):
        if json_lines:
            typer.echo(mail_said.as_json(path, {**told, "problems": []}))
        else:
            typer.echo(f"{mail_said.in_words(told)} {told['said']}")
    return bool(found)


Since = Annotated[
    datetime | None,
    typer.Option(formats=["%Y-%m-%d"], help="The day to read from; all without it."),
]
Folders = Annotated[
    list[str] | None,
    typer.Option("--folder", help="A folder to read; can be repeated."),
]
Server = Annotated[
    str, typer.Option(help="The server, such as imap.example.org or that with :993.")
]
Way = Annotated[str, typer.Option(help="tls, starttls, or none on this machine only.")]


@app.command("connect")
def connect_mailbox(
    address: str,
    *,
    folder: Folders = None,
    since: Since = None,
    server: Server = "",
    security: Way = "tls",
    user: str = "",
) -> None:
    """Connect a mailbox on its server (IMAP). It asks for the password."""
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings Django

    get_ready()
    from onward.cli import mail_connect  # noqa: PLC0415 - Django first

    given = mail_connect.given_by(address, server, security, user)
    made = mail_connect.connect_one(given)
    day = since.date() if since else None
    mail_connect.begin(made, folder or [], day)
    typer.echo(mail_connect.told_of_folders(made))


@app.command("sync")
def look_into_mailboxes(*, json_lines: AsJson = False) -> None:
    """Look once into every connected mailbox for what is new."""
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings Django

    get_ready()
    from onward.cli.mail_connect import look_into_all  # noqa: PLC0415 - Django first

    sys.exit(look_into_all(as_json=json_lines))


@app.command()
def classify(paths: MailOrInput, *, json_lines: AsJson = False) -> None:
    """Say what each mail would be taken for. Nothing is stored."""
    from onward.cli.classify import classify_all  # noqa: PLC0415 - slow to import

    nothing_read = True
    for subject, told in classify_all(paths):
        nothing_read = False
        if json_lines:
            line = json.dumps(told, ensure_ascii=False)
        else:
            doubt = "?" if told["needs_asking"] else " "
            line = f"{told['label']:<20} {told['confidence']:.2f}{doubt} {subject}"
        typer.echo(line)
    sys.exit(nothing_read)
