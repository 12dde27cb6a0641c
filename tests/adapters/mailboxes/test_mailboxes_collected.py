"""Mail that others collected because it breaks parsers; all of it has a result."""

from pathlib import Path

from onward.adapters.mailboxes import open_mailbox
from onward.domain.errors import OnwardError
from onward.domain.mail.context import Context
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.reading import read_many
from onward.ports.mailbox import RawMessage
from tests.domain.mail.collected import FOLDER, collected_mail


def contents(path: Path) -> list[bytes] | str:
    """Return the messages of a file, or why there are none."""
    try:
        items = list(open_mailbox(path).messages())
    except OnwardError as problem:
        return str(problem)
    return [item.content for item in items if isinstance(item, RawMessage)]


def test_every_file_is_one_message_or_told_in_plain_words() -> None:
    files = collected_mail()
    found = {path: contents(path) for path in files}
    read = [path for path, said in found.items() if not isinstance(said, str)]
    assert [path for path in read if len(found[path]) != 1] == []
    assert {path for path in files if path.suffix == ".eml"} <= set(read)
    assert all(found.values())


def test_every_file_is_understood_without_an_exception() -> None:
    parsed = [parse(path.read_bytes()) for path in collected_mail()]
    assert len(read_many(parsed, Context())) == len(parsed)


def test_the_whole_collection_is_one_mailbox() -> None:
    files = collected_mail()
    items = list(open_mailbox(FOLDER).messages())
    messages = [item for item in items if isinstance(item, RawMessage)]
    assert len(messages) >= len([path for path in files if path.suffix == ".eml"])


def test_what_the_standard_library_raises_on_is_read() -> None:
    named = [path for path in collected_mail() if path.name == "raw_email10.eml"]
    assert named
    assert all(parse(path.read_bytes()).text.strip() for path in named)
