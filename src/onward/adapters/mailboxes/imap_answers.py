"""Takes the answers of an IMAP server apart, whichever of their forms it chose."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from onward.adapters.mailboxes.labels import unshifted
from onward.domain.mail.parsing.one_line import on_one_line
from onward.ports.mail_server import Folder, Role, Standing

# As the standard library hands them over: a line, or a line that ends in {n} with the
# n bytes after it; None where there is nothing.
Piece = bytes | tuple[bytes, bytes] | None

_TEXT = rb'"(?:[^"\\\r\n]|\\.)*"'
_UID = re.compile(rb"\bUID (\d{1,10})\b")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d{1,12})\b")
_BODY = re.compile(
    rb"\bBODY\[[^\]]*\](?:<\d+>)?\s+(\{\d+\}|NIL|" + _TEXT + rb")", re.IGNORECASE
)
_LISTED = re.compile(rb"\(([^()]*)\)\s+(?:" + _TEXT + rb"|NIL)\s+(.*)", re.DOTALL)
_SEPARATOR = re.compile(rb'\)\s+"(\\?.)"\s')
_STATUS = re.compile(rb"(.*?)\s*\(([^()]*)\)\s*$", re.DOTALL)
_PAIR = re.compile(rb"([A-Z0-9-]+) (\d{1,20})", re.IGNORECASE)
_LITERAL = re.compile(rb"\{\d+\+?\}$")
_FLAGS = {
    b"\\sent": Role.SENT,
    b"\\all": Role.ALL,
    b"\\archive": Role.ARCHIVE,
    b"\\drafts": Role.DRAFTS,
    b"\\junk": Role.JUNK,
    b"\\trash": Role.TRASH,
}
# Servers that do not say what a folder is for: by the names mail programs give them.
_NAMES = {
    Role.SENT: "sent|sent mail|sent items|sent messages|gesendet|gesendete elemente"
    "|gesendete objekte|envoyés|enviados|posta inviata",
    Role.DRAFTS: "drafts|draft|entwürfe|brouillons|borradores|bozze",
    Role.JUNK: "junk|junk e-?mail|junk mail|spam|bulk mail|spamverdacht|unerwünscht"
    "|courrier indésirable",
    Role.TRASH: "trash|deleted|deleted items|deleted messages|papierkorb|bin"
    "|gelöscht|gelöschte elemente|corbeille|papelera|cestino",
    Role.ARCHIVE: "archive|archiv|archives",
    Role.ALL: "all mail|alle nachrichten",
}
_BY_NAME = {role: re.compile(names, re.IGNORECASE) for role, names in _NAMES.items()}
_NO_MAIL = (b"\\noselect", b"\\nonexistent")


@dataclass(frozen=True, slots=True)
class Item:
    """What one answer to FETCH holds; `content` is None where no body was in it."""

    uid: int
    size: int
    content: bytes | None


def items_in(pieces: Iterable[Piece]) -> Iterator[Item]:
    """Yield the whole answers to FETCH; one that was cut off is left out."""
    line, literals = b"", list[bytes]()
    for piece in pieces:
        if piece is None:
            continue
        if isinstance(piece, tuple):
            line += piece[0]
            literals.append(piece[1])
            continue
        line += piece
        item = _item(line, literals)
        if item is not None:
            yield item
        line, literals = b"", []


def _item(line: bytes, literals: list[bytes]) -> Item | None:
    body = _BODY.search(line)
    around = line if body is None else line[: body.start()] + line[body.end() :]
    uid, size = _UID.search(around), _SIZE.search(around)
    if uid is None:
        return None
    content = None if body is None else _content(body[1], literals)
    return Item(int(uid[1]), int(size[1]) if size else 0, content)


def _content(told: bytes, literals: list[bytes]) -> bytes:
    if told.startswith(b"{"):
        return literals[0] if literals else b""
    return b"" if told.upper() == b"NIL" else unquoted(told)


def numbers_in(pieces: Iterable[Piece]) -> list[int]:
    """Return the numbers an answer to SEARCH lists, in order."""
    lines = (piece for piece in pieces if isinstance(piece, bytes))
    return sorted({int(word) for word in b" ".join(lines).split() if word.isdigit()})


def folders_in(pieces: Iterable[Piece]) -> list[Folder]:
    """Return the folders an answer to LIST names, without those that hold no mail."""
    return [folder for line in _lines(pieces) if (folder := _folder(line)) is not None]


def _lines(pieces: Iterable[Piece]) -> Iterator[bytes]:
    """Yield answers as lines, with names that came by length put in as text."""
    line = b""
    for piece in pieces:
        if isinstance(piece, tuple):
            name = quoted(piece[1].decode("latin-1")).encode("latin-1")
            line += _LITERAL.sub(b"", piece[0]) + name
        elif piece is not None:
            yield line + piece
            line = b""
    if line:
        yield line


def _folder(line: bytes) -> Folder | None:
    found = _LISTED.match(line)
    if found is None or any(flag in found[1].lower() for flag in _NO_MAIL):
        return None
    name = _decoded(found[2].strip())
    if not name:
        return None
    separator = _SEPARATOR.search(line)
    parted = separator[1][-1:].decode("ascii", "replace") if separator else ""
    label = label_of(name, parted)
    return Folder(name, label, _role(found[1].lower().split(), name, label))


def label_of(name: str, separator: str) -> str:
    """Return a folder's name as a person knows it, its parts parted by "/"."""
    shown = on_one_line(unshifted(name))
    parts = [part for part in shown.split(separator or "\0") if part]
    if parts and parts[0].upper() == "INBOX":
        parts[0] = "Inbox"
    return "/".join(parts)


def _role(flags: list[bytes], name: str, label: str) -> Role:
    if name.upper() == "INBOX":
        return Role.INBOX
    for flag in flags:
        if flag in _FLAGS:
            return _FLAGS[flag]
    last = label.rpartition("/")[2]
    fits = (role for role, names in _BY_NAME.items() if names.fullmatch(last))
    return next(fits, Role.OTHER)


def standings_in(pieces: Iterable[Piece]) -> dict[str, Standing]:
    """Return how the folders stand that answers to STATUS tell of."""
    found: dict[str, Standing] = {}
    for line in _lines(pieces):
        told = _STATUS.match(line)
        if told is None:
            continue
        counts = {key.upper(): value.decode() for key, value in _PAIR.findall(told[2])}
        count = int(counts.get(b"MESSAGES", "0"))
        mark = counts.get(b"UIDNEXT", f"m{count}")
        epoch = counts.get(b"UIDVALIDITY", "0")
        found[_decoded(told[1].strip())] = Standing(epoch, mark, count)
    return found


def _decoded(name: bytes) -> str:
    """Return a name; none for one the protocol does not allow, and cannot ask for."""
    bare = unquoted(name) if name.startswith(b'"') else name
    return bare.decode("ascii") if bare.isascii() else ""


def unquoted(text: bytes) -> bytes:
    """Return what a quoted text of the protocol says."""
    return re.sub(rb"\\(.)", rb"\1", text[1:-1])


def quoted(text: str) -> str:
    """Return a text as the protocol quotes it; line ends could begin a command."""
    bare = text.translate(dict.fromkeys(map(ord, "\r\n\0")))
    return '"' + bare.replace("\\", "\\\\").replace('"', '\\"') + '"'


def as_set(numbers: Iterable[int]) -> str:
    """Return ascending numbers in the protocol's short form: "1:5,9"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][1] + 1:
            runs[-1][1] = number
        else:
            runs.append([number, number])
    return ",".join(str(a) if a == b else f"{a}:{b}" for a, b in runs)
