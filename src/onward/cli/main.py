"""What can be typed after `onward`; each group is read only when it is asked for."""

import os
import sys
from importlib import import_module
from importlib.util import find_spec

import typer

from onward.cli import demo, export, odds, serve, work
from onward.domain.errors import OnwardError

OWNER_ONLY = 0o077
GROUPS = {
    "applications": "Your applications, as a list or one by one.",
    "feedback": "Read feedback into notes.",
    "letters": "Check how a letter will sound before it is sent.",
    "mail": "Read a mailbox, or see what a mail would be taken for.",
    "practice": "Review a practised answer, spoken or typed.",
    "prepare": "Read an advert into what it asks for.",
}
# One of their commands needs neither Django nor a database, and starts without.
READY_BY_THEMSELVES = frozenset({"feedback", "letters", "mail", "practice", "prepare"})


def main() -> None:
    """Do what was asked for; what a person can be told about is one line."""
    os.umask(OWNER_ONLY)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.settings")
    # Threads spin while they wait for each other: on a busy machine two of them took
    # 26 processor seconds for the demo's mail, and one took 11.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    words = with_command(sys.argv[1:])
    try:
        command_line(words[0])(args=words, prog_name="onward")
    except OnwardError as error:
        sys.stderr.write(f"{error}\n")
        sys.exit(1)


def with_command(words: list[str]) -> list[str]:
    """Return the words with `serve` put in front where no command is named."""
    if words and (not words[0].startswith("-") or words[0] == "--help"):
        return words
    return ["serve", *words]


def command_line(wanted: str) -> typer.Typer:
    """Return the commands; of the groups only the wanted one is more than its name."""
    app = typer.Typer(
        name="onward",
        help="Turns each interview rejection into the next offer. "
        "Alone it opens Onward in your browser.",
        add_completion=False,
        no_args_is_help=True,
        pretty_exceptions_enable=False,
        rich_markup_mode=None,
    )
    app.command("serve")(serve.serve)
    app.command("demo")(demo.demo)
    app.command("work")(work.work)
    app.command("odds")(odds.odds)
    app.command("export")(export.export)
    app.command("version")(version)
    for name, said in GROUPS.items():
        if find_spec(f"onward.cli.{name}"):
            app.add_typer(_group(name, wanted), name=name, help=said)
    return app


def version() -> None:
    """Say which version this is."""
    from importlib.metadata import version as of  # noqa: PLC0415 - slow to import

    typer.echo(of("onward"))


def _group(name: str, wanted: str) -> typer.Typer:
    if name != wanted:
        return typer.Typer()
    if name not in READY_BY_THEMSELVES:
        from onward.cli.ready import get_ready  # noqa: PLC0415 - brings all of Django

        get_ready()
    group: typer.Typer = import_module(f"onward.cli.{name}").app
    return group
