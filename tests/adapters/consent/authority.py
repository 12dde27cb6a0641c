"""A small authorisation server, as strict as the real ones where it matters."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlencode, urlsplit

from onward.domain.mailboxes.consent import Giver, challenge_of

CODE, DEVICE = "the-code", "the-device"


@dataclass
class Authority:
    """What it was asked, and what it will say; `refresh` is the leave that holds."""

    port: int = 0
    asked: list[dict[str, str]] = field(default_factory=list)
    challenge: str = ""
    back: str = ""
    refresh: str = "refresh-1"
    renews: bool = False
    pending: list[str] = field(default_factory=list)
    tokens: int = 0

    @property
    def giver(self) -> Giver:
        """The provider as Onward knows it."""
        base = f"http://127.0.0.1:{self.port}"
        return Giver("Here", f"{base}/ask", f"{base}/token", "mail", f"{base}/device")

    def say_yes(self, url: str, **instead: str) -> str:
        """Answer as a person who says yes; returns the page the browser then shows."""
        told = {k: v[0] for k, v in parse_qs(urlsplit(url).query).items()}
        self.challenge, self.back = told["code_challenge"], told["redirect_uri"]
        answer = {"state": told["state"], "code": CODE} | instead
        back = urlsplit(self.back)
        browser = HTTPConnection(back.hostname or "", back.port, timeout=5)
        browser.request("GET", f"/?{urlencode(answer)}")
        page = browser.getresponse().read().decode()
        browser.close()
        return page

    def answer(self, path: str, told: dict[str, str]) -> tuple[int, dict[str, object]]:
        """Return what is said to a form."""
        self.asked.append(told)
        if path == "/device":
            return 200, {
                "user_code": "ABCD",
                "device_code": DEVICE,
                "verification_uri": "https://here.example/code",
                "interval": 0.0001,
            }
        if not self._is_right(told):
            return 400, {"error": "invalid_grant"}
        if told.get("device_code") and self.pending:
            return 400, {"error": self.pending.pop(0)}
        return 200, self._token()

    def _is_right(self, told: dict[str, str]) -> bool:
        kind = told.get("grant_type", "")
        if kind == "authorization_code":
            return (
                told.get("code") == CODE
                and told.get("redirect_uri") == self.back
                and challenge_of(told.get("code_verifier", "")) == self.challenge
            )
        if kind == "refresh_token":
            return told.get("refresh_token") == self.refresh
        return told.get("device_code") == DEVICE

    def _token(self) -> dict[str, object]:
        self.tokens += 1
        if self.renews:
            self.refresh = f"refresh-{self.tokens + 1}"
        token = f"token-{self.tokens}"
        return {
            "access_token": token,
            "refresh_token": self.refresh,
            "expires_in": 3600,
        }


@contextmanager
def authority() -> Iterator[Authority]:
    """Lend a running authorisation server."""
    made = Authority()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            length = int(self.headers["Content-Length"])
            told = parse_qs(self.rfile.read(length).decode())
            form = {name: values[0] for name, values in told.items()}
            status, answer = made.answer(self.path, form)
            content = json.dumps(answer).encode()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_told: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        made.port = server.server_port
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield made
        server.shutdown()
