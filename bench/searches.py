"""Whole job searches as they lie in a mailbox: how they are understood and filed.

Run as `python -m bench.searches [FOLDER ...] [--errors]`. Each folder of
`training/searches` holds the mail of a made-up person, written by somebody who knew
nothing of the program, and what is true of it. Said of each: how its mail is filed,
with meanings told and as really read, and how often meaning, employer, role and agency
are right.
"""

import argparse
import os
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from bench.linking import pairs_of
from onward.domain.mail.details.employer.names import squeezed
from onward.domain.mail.details.patterns.needed import plain
from onward.domain.mail.verdict import Meaning
from tools.search_examples import DETAILS, SEARCHES, Letter, letters_of

_ORDINARY = Meaning.NOT_JOB_RELATED
_MODELS = "onward.journey.mail.models"


def compare(folder: Path, scratch: Path, *, with_errors: bool) -> None:
    """Print the figures of one search."""
    letters = letters_of(folder)
    true = {one.number: one.applications for one in letters if one.applications}
    count = len({name for names in true.values() for name in names})
    print(
        f"\n## {folder.name}: {len(letters)} mails, {len(true)} of {count} applications"
    )
    made_up = import_module("bench.linking_made_up")
    demo = import_module("onward.demo.mailbox").DemoMail
    mails = [
        demo(one.content, _folder(one), one.number, one.sent_at) for one in letters
    ]
    labels = {one.number: one.label for one in letters}
    made_up.say("meanings told", made_up.told(mails, labels), true)
    filed = made_up.really_read(_written(letters, scratch / folder.name))
    made_up.say("as really read", filed, true)
    kept = {one.message_id: one for one in import_module(_MODELS).Message.objects.all()}
    _print_meanings(letters, kept)
    if with_errors:
        _print_errors(letters, kept)
        _print_pairs(filed, true)


def _folder(one: Letter) -> str:
    return "Sent" if one.own else "INBOX"


def _written(letters: Sequence[Letter], folder: Path) -> Path:
    folder.mkdir(parents=True)
    for number, one in enumerate(letters):
        (folder / f"{number:03}.eml").write_bytes(one.content)
    return folder


def _print_meanings(letters: Sequence[Letter], kept: Mapping[str, object]) -> None:
    """Print how often each meaning is right, and each detail of what is kept."""
    right: Counter[str] = Counter()
    there: Counter[str] = Counter()
    for one in letters:
        there[one.label] += 1
        right[one.label] += _meaning_of(kept.get(one.number)) == one.label
        for name in DETAILS:
            if one.told[name] and one.label is not _ORDINARY:
                there[name] += 1
                right[name] += _is_right(name, one.told[name], kept.get(one.number))
    print(", ".join(f"{name} {right[name]} of {there[name]}" for name in there))
    print(
        f"right of all meanings: {sum(right[m] for m in Meaning)} of {len(kept)} kept"
    )


def _meaning_of(message: object) -> Meaning:
    return Meaning(getattr(message, "meaning", _ORDINARY))


def _is_right(name: str, told: str, message: object) -> bool:
    found = _found(name, message)
    if name == "role":
        one, other = plain(found), plain(told)
        return bool(one) and (one in other or other in one)
    one, other = squeezed(found), squeezed(told)
    return bool(one) and (one.startswith(other) or other.startswith(one))


def _found(name: str, message: object) -> str:
    details: Mapping[str, Any] = getattr(message, "details", {})
    found = (details.get("roles") or [""])[0] if name == "role" else details.get(name)
    return str(found or "")


def _print_errors(letters: Iterable[Letter], kept: Mapping[str, object]) -> None:
    for one in letters:
        message = kept.get(one.number)
        if _meaning_of(message) != one.label:
            state = getattr(message, "state", "not kept")
            print(
                f"meaning {one.number}: {one.label} / {_meaning_of(message)}, {state}"
            )
        if one.label is _ORDINARY:
            continue
        for name in DETAILS:
            found = _found(name, message)
            if found != one.told[name] and not _is_right(name, one.told[name], message):
                print(f"{name} {one.number}: {one.told[name]!r} / {found!r}")


def _print_pairs(
    filed: Mapping[str, Iterable[str]], true: Mapping[str, Iterable[str]]
) -> None:
    for what, pairs in _differences(pairs_of(filed), pairs_of(true)):
        often = Counter(number for pair in pairs for number in pair)
        for number, count in often.most_common(12):
            print(f"{what} {count}: {number} {true.get(number, ())}")


def _differences(
    found: set[tuple[str, str]], true: set[tuple[str, str]]
) -> Iterator[tuple[str, set[tuple[str, str]]]]:
    yield "wrongly together", found - true
    yield "wrongly apart", true - found


def main() -> None:
    """Read each search into a database of its own and compare."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", nargs="*", type=Path)
    asked.add_argument("--errors", action="store_true")
    told = asked.parse_args()
    folders = told.folder or sorted(SEARCHES.glob("*/*/"))
    with tempfile.TemporaryDirectory() as scratch:
        os.environ["ONWARD_DATA_DIR"] = scratch
        os.environ["ONWARD_TODAY"] = "2026-11-23"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.settings")
        import_module("onward.cli.ready").get_ready()
        for folder in folders:
            compare(folder, Path(scratch) / "mail", with_errors=told.errors)


if __name__ == "__main__":
    main()
