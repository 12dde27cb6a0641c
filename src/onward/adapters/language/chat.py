"""Speaks the protocol that most servers of language models share: chat completions.

Plain `http.client`: no proxy is asked, no redirect followed, so that words go to the
address the person gave and to no other.
"""

import json
from http import HTTPStatus
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

from onward.ports.language import Endpoint, SilentError

# Somebody sits before a page and waits for the next question.
_WAIT_SECONDS = 8.0
_MOST_TOKENS = 120
_MOST_BYTES = 200_000


class Chat:
    """One endpoint, asked once for each sentence."""

    def __init__(self, endpoint: Endpoint, wait_seconds: float = _WAIT_SECONDS) -> None:
        self._endpoint = endpoint
        self._wait = wait_seconds

    def answer(self, instructions: str, words: str) -> str:
        """Return what the model says; raises SilentError where nothing comes."""
        told = {
            "model": self._endpoint.model,
            "messages": [
                {"role": "system", "content": instructions},
                {"role": "user", "content": words},
            ],
            "max_tokens": _MOST_TOKENS,
            "temperature": 0.4,
            "stream": False,
        }
        try:
            return _content(self._posted(json.dumps(told).encode()))
        except (OSError, HTTPException, ValueError, LookupError, TypeError) as problem:
            raise SilentError from problem

    def _posted(self, body: bytes) -> Any:
        parts = urlsplit(self._endpoint.address)
        kind = HTTPSConnection if parts.scheme == "https" else HTTPConnection
        connection = kind(parts.hostname or "", parts.port, timeout=self._wait)
        headers = {"Content-Type": "application/json"}
        if self._endpoint.key:
            headers["Authorization"] = f"Bearer {self._endpoint.key}"
        try:
            path = f"{parts.path.rstrip('/')}/chat/completions"
            connection.request("POST", path, body, headers)
            answer = connection.getresponse()
            read = answer.read(_MOST_BYTES)
        finally:
            connection.close()
        if answer.status != HTTPStatus.OK:
            raise SilentError(answer.status)
        return json.loads(read)


def _content(told: Any) -> str:
    content: str = told["choices"][0]["message"]["content"]
    return content.strip()
