"""Waits on this machine for the browser to come back from a provider, once."""

import secrets
import time
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from urllib.parse import parse_qs, urlsplit

from onward.adapters.consent.asking import NoLeaveError, asked
from onward.domain.mailboxes.consent import Client, Giver, Leave, question
from onward.ports.consent import NotYetError

PATIENCE_SECONDS = 600.0
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Onward</title>
<p>{said}</p></html>"""
_THANKS = "Onward has its answer. You can close this page and go back."
_OTHER = "This is not the answer Onward is waiting for."


class Loopback:
    """One question to a provider: asked at `url`, answered to a port of this machine.

    Only the answer that bears the question's own secret counts, and only the first.
    """

    def __init__(self, key: str, giver: Giver, client: Client, address: str) -> None:
        self._key, self._giver, self._client = key, giver, client
        self._verifier = secrets.token_urlsafe(64)
        self._state = secrets.token_urlsafe(32)
        self._code: str | None = None
        self._server = HTTPServer(("127.0.0.1", 0), self._handler())
        self._server.timeout = 1.0
        self._until = time.monotonic() + PATIENCE_SECONDS
        self._back = f"http://{giver.loopback}:{self._server.server_port}/"
        self.code = ""
        self.url = question(
            giver, client, self._back, self._state, self._verifier, address
        )
        Thread(target=self._serve, daemon=True).start()

    def leave(self) -> str:
        """Return the leave that was given; raises while there is no answer yet."""
        if self._code is None and time.monotonic() < self._until:
            raise NotYetError
        if not self._code:
            raise NoLeaveError
        answer = asked(
            self._giver.token,
            grant_type="authorization_code",
            code=self._code,
            redirect_uri=self._back,
            client_id=self._client.number,
            client_secret=self._client.secret,
            code_verifier=self._verifier,
        )
        return str(leave_in(answer, self._key, self._client))

    def close(self) -> None:
        """Wait no longer."""
        self._until = 0.0

    def _serve(self) -> None:
        with self._server:
            while self._code is None and time.monotonic() < self._until:
                self._server.handle_request()

    def _take(self, path: str) -> bool:
        """Take an answer in; returns whether it is the one waited for."""
        told = parse_qs(urlsplit(path).query)
        state = told.get("state", [""])[0]
        if not secrets.compare_digest(state.encode(), self._state.encode()):
            return False
        self._code = told.get("code", [""])[0]
        return True

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        take = self._take

        class Handler(BaseHTTPRequestHandler):
            timeout = 5

            def do_GET(self) -> None:
                is_ours = take(self.path)
                content = _PAGE.format(said=_THANKS if is_ours else _OTHER).encode()
                self.send_response(200 if is_ours else 404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(content)))
                self.send_header("Referrer-Policy", "no-referrer")
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_told: object) -> None:
                """Write nothing down: the address holds a secret."""

        return Handler


def leave_in(answer: dict[str, object], key: str, client: Client) -> Leave:
    """Return the leave an answer holds; one that lasts an hour only is none."""
    refresh = str(answer.get("refresh_token") or "")
    if not refresh:
        raise NoLeaveError
    return Leave(key, client.number, refresh, client.secret)
