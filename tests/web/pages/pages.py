"""Reads a page as a person does: its words, without the marks around them."""

import re
from html import unescape
from typing import Any

from django.test import Client


def words_of(response: Any) -> str:
    """Return the words of an answer in one line."""
    assert response.status_code == 200, response.status_code
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(unescape(text).split())


def words(client: Client, url: str) -> str:
    """Return the words of a page."""
    return words_of(client.get(url))
