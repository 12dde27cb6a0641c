"""Against a small real server on this machine that speaks the protocol, or does not."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread
from typing import Any

import pytest

from onward.adapters.language.chat import Chat
from onward.ports.language import Endpoint, SilentError

RIGHT = {"choices": [{"message": {"role": "assistant", "content": " How many? "}}]}


class Model(HTTPServer):
    """Answers every request with what it is told to, and remembers what was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.status, self.answer = 200, json.dumps(RIGHT).encode()
        self.asked: list[tuple[str, Any, Any]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Handler(BaseHTTPRequestHandler):
    server: Model

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        told = (self.path, json.loads(body), self.headers["Authorization"])
        self.server.asked.append(told)
        self.send_response(self.server.status)
        if self.server.status in {301, 302}:
            self.send_header("Location", "http://127.0.0.1:9/")
        self.end_headers()
        self.wfile.write(self.server.answer)

    def log_message(self, *_said: Any) -> None:
        pass


@pytest.fixture
def model() -> Iterator[Model]:
    server = Model()
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def test_it_asks_as_the_protocol_has_it(model: Model) -> None:
    chat = Chat(Endpoint(model.address, "small", "secret"))
    assert chat.answer("Be kind.", "I made a sheet.") == "How many?"
    path, body, key = model.asked[0]
    assert (path, key) == ("/v1/chat/completions", "Bearer secret")
    assert body["model"] == "small"
    assert [each["role"] for each in body["messages"]] == ["system", "user"]
    assert body["messages"][1]["content"] == "I made a sheet."


def test_without_a_key_none_is_sent(model: Model) -> None:
    Chat(Endpoint(model.address, "small")).answer("a", "b")
    assert model.asked[0][2] is None


@pytest.mark.parametrize("status", [302, 401, 404, 429, 500])
def test_any_other_answer_is_silence_and_no_redirect_is_followed(
    model: Model, status: int
) -> None:
    model.status = status
    with pytest.raises(SilentError):
        Chat(Endpoint(model.address, "small")).answer("a", "b")
    assert len(model.asked) == 1


@pytest.mark.parametrize(
    "answer", [b"", b"<html>", b"[]", b"{}", b'{"choices": []}', b"\xff", b"null"]
)
def test_what_is_no_answer_is_silence(model: Model, answer: bytes) -> None:
    model.answer = answer
    with pytest.raises(SilentError):
        Chat(Endpoint(model.address, "small")).answer("a", "b")


def test_where_nobody_is_there_is_silence() -> None:
    with pytest.raises(SilentError):
        Chat(Endpoint("http://127.0.0.1:9/v1", "small"), 0.5).answer("a", "b")
