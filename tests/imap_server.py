"""A small IMAP server that says what a test wants it to say."""

import re
import socketserver
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread

_SET = re.compile(r"(\d+)(?::(\d+|\*))?")
CAPABILITIES = "IMAP4rev1 LIST-STATUS"


@dataclass
class Scripted:
    """What the server has, and what it says to a command in place of the usual.

    `says` maps the beginning of a command to an answer, or to a function of its rest
    that returns one; an answer ends with OK, NO or BAD and lacks the tag.
    """

    messages: dict[int, bytes] = field(default_factory=dict)
    epoch: int = 7
    greeting: str = "* OK hello"
    capabilities: str = CAPABILITIES
    says: dict[str, str | bytes | Callable[[str], str | bytes]] = field(
        default_factory=dict
    )
    heard: list[str] = field(default_factory=list)
    port: int = 0

    def answer(self, command: str) -> bytes:
        """Return what is said to a command, lines ended, the tagged one last."""
        self.heard.append(command)
        for start, said in self.says.items():
            if command.upper().startswith(start):
                told = said(command[len(start) :]) if callable(said) else said
                return told.encode() if isinstance(told, str) else told
        return self._usual(command)

    def _usual(self, command: str) -> bytes:
        words = command.upper().split()
        counts = (
            f"UIDVALIDITY {self.epoch} UIDNEXT {max(self.messages, default=0) + 1}"
            f" MESSAGES {len(self.messages)}"
        )
        status = f"* STATUS INBOX ({counts})\r\n"
        folders = '* LIST () "/" INBOX\r\n* LIST (\\Sent) "/" "Sent Items"\r\n'
        examined = (
            f"* {len(self.messages)} EXISTS\r\n* OK [UIDVALIDITY {self.epoch}] so"
        )
        found = " ".join(map(str, sorted(self.messages)))
        if words[:2] == ["UID", "FETCH"]:
            return self._fetched(words[2], command)
        told = {
            "CAPABILITY": f"* CAPABILITY {self.capabilities}\r\n",
            "LIST": folders + (status if "STATUS" in command else ""),
            "STATUS": status,
            "EXAMINE": f"{examined}\r\n",
            "UID": f"* SEARCH {found}\r\n",
        }
        return f"{told.get(words[0], '')}OK".encode()

    def _fetched(self, asked: str, command: str) -> bytes:
        told = b""
        for uid in self._numbers(asked):
            content = self.messages[uid]
            cut = re.search(r"<(\d+)\.(\d+)>", command)
            start, most = (int(cut[1]), int(cut[2])) if cut else (0, len(content))
            body = content
            if "HEADER" in command:
                body = content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
            part = body[start : start + most]
            head = (
                f"* {uid} FETCH (UID {uid} RFC822.SIZE {len(content)} BODY[]<{start}>"
            )
            told += f"{head} {{{len(part)}}}\r\n".encode() + part + b")\r\n"
        return told + b"OK"

    def _numbers(self, asked: str) -> list[int]:
        found: set[int] = set()
        last = max(self.messages, default=0)
        for first, end in _SET.findall(asked):
            stop = last if end == "*" else int(end or first)
            found |= set(range(int(first), stop + 1))
        return sorted(found & set(self.messages))


@contextmanager
def serving(script: Scripted) -> Iterator[Scripted]:
    """Lend a server that follows the script, on a free port of this machine."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.wfile.write(f"{script.greeting}\r\n".encode())
            for line in self.rfile:
                tag, _, command = line.decode("latin-1").strip().partition(" ")
                told = script.answer(command)
                if told == b"HANG UP":
                    return
                before, _, last = told.rpartition(b"\r\n")
                end = b"\r\n" if before else b""
                last = last if b" " in last else last + b" said"
                self.wfile.write(before + end + tag.encode() + b" " + last + b"\r\n")
                if command.upper().startswith("LOGOUT"):
                    return

    class Server(socketserver.ThreadingTCPServer):
        allow_reuse_address = True
        daemon_threads = True

        def handle_error(self, *_told: object) -> None:
            """Say nothing: a program under test may hang up at any moment."""

    with Server(("127.0.0.1", 0), Handler) as server:
        script.port = server.server_address[1]
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield script
        server.shutdown()
