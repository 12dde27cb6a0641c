"""Opens one file of mail, whatever its kind."""

from pathlib import Path

from onward.adapters.mailboxes.archive import ZipOfMail
from onward.adapters.mailboxes.compressed import GzipFile
from onward.adapters.mailboxes.eml import MessageFile
from onward.adapters.mailboxes.letters import RAW_SHOWN
from onward.adapters.mailboxes.mbox import MboxFile
from onward.adapters.mailboxes.problems import (
    EmptyMailboxError,
    NotAMailboxError,
    OutlookFileError,
    PackedFileError,
)
from onward.adapters.mailboxes.sniffing import HEAD, Kind, kind_of
from onward.ports.mailbox import Mailbox

_REFUSED = {
    Kind.EMPTY: EmptyMailboxError,
    Kind.OUTLOOK: OutlookFileError,
    Kind.PACKED: PackedFileError,
}


def mailbox_in_file(path: Path) -> Mailbox:
    """Return a file's mailbox; raises the problem a person can be told, or OSError."""
    return mailbox_of_kind(path, kind_of_file(path))


def kind_of_file(path: Path) -> Kind:
    """Return what a file is by its first bytes."""
    with path.open("rb") as stream:
        return kind_of(stream.read(HEAD), path.name)


def beginning_of(path: Path) -> bytes:
    """Return the first bytes of a file that is not understood, to be kept."""
    try:
        with path.open("rb") as stream:
            return stream.read(RAW_SHOWN)
    except OSError:
        return b""


def mailbox_of_kind(path: Path, kind: Kind) -> Mailbox:
    """Return the mailbox of a file of a known kind; raises as `mailbox_in_file`."""
    if kind is Kind.MBOX:
        return MboxFile(path)
    if kind in {Kind.MESSAGE, Kind.COUNTED_MESSAGE}:
        return MessageFile(path, is_counted=kind is Kind.COUNTED_MESSAGE)
    if kind is Kind.ZIP:
        return ZipOfMail(path)
    if kind is Kind.GZIP:
        return GzipFile(path)
    raise _REFUSED.get(kind, NotAMailboxError)
