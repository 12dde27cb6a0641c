"""Looks for mail that breaks the parser, guided by what each attempt reaches.

Run with `python -m bench.fuzz_mail_guided SECONDS [CORPUS]`; it needs atheris, which is
no part of the project: `uv pip install atheris`. What it finds is written to where it
runs, and CORPUS keeps what led somewhere new for the next time.
"""

import sys
import tempfile
from importlib import import_module
from pathlib import Path


def main(seconds: int, corpus: str) -> None:
    """Try for so many seconds; the process ends with what was found."""
    try:
        atheris = import_module("atheris")
    except ImportError:
        sys.exit("atheris is not installed here.")
    with atheris.instrument_imports(include=["onward.domain.mail"]):
        parse = import_module("onward.domain.mail.parsing.parse").parse
        body_of = import_module("onward.domain.mail.body.clean").body_of
        strip = import_module("onward.domain.mail.body.strip").strip
        thread_of = import_module("onward.domain.mail.parsing.thread").thread_of
    made = import_module("bench.fuzz_mail_made")  # brings the parser: not before
    folder = Path(corpus or tempfile.mkdtemp(prefix="onward-corpus-"))
    folder.mkdir(exist_ok=True)
    for place, content in enumerate(made.letters()):
        made.write(folder / f"{place:05}", content)

    def attempt(raw: bytes) -> None:
        mail = parse(raw)
        strip(body_of(mail))
        thread_of(mail)

    bounds = ("-timeout=2", "-rss_limit_mb=2000", "-max_len=65536")
    until = f"-max_total_time={seconds}"
    atheris.Setup([sys.argv[0], *bounds, until, str(folder)], attempt)
    atheris.Fuzz()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "")
