"""What a bench is asked for on its command line, and how it tells what it found."""

import argparse
from collections.abc import Iterable
from pathlib import Path


def parser_of(doc: str | None, parts: Iterable[str]) -> argparse.ArgumentParser:
    """Return what reads which parts are asked for, and a file to keep the tables in."""
    asked = argparse.ArgumentParser(
        description=doc, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("parts", nargs="*", choices=[*parts, []])
    asked.add_argument("--markdown", type=Path, help="also write the tables here")
    return asked


def tell(lines: Iterable[str], kept_in: Path | None) -> None:
    """Print lines as they come, and keep all of them in a file if one is named."""
    told = []
    for line in lines:
        print(line, flush=True)
        told.append(line)
    if kept_in:
        kept_in.write_text("\n".join(told) + "\n", encoding="utf-8")
