"""`onward mail`: read a mailbox, or see what a mail would be taken for."""

import json
import sys
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
MailOrInput = Annotated[
    list[str],
    typer.Argument(help=".mbox, .eml, Maildir, a folder or zip; - reads the input."),
]


@app.command("import")
def import_mail(paths: Mailboxes, *, json_lines: AsJson = False) -> None:
    """Read mailboxes. Ctrl-C pauses; the same command again goes on."""
    from onward.cli.ready import get_ready  # noqa: PLC0415 - brings Django

    get_ready()
    from onward.cli.mail_import import import_all  # noqa: PLC0415 - Django first

    sys.exit(import_all(paths, as_json=json_lines))


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
