"""Mail that was damaged or made to do damage: there is always a result."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onward.domain.mail.body.clean import body_of
from onward.domain.mail.body.strip import strip
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing.identity import digest_of
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.parsing.thread import thread_of
from tests.domain.mail.mutated import SPLINTERS, mutations
from tests.domain.mail.posted import LETTERS

MUTATIONS = 2_000


def assert_sound(raw: bytes, parsed: ParsedMail) -> None:
    """Assert what later steps rely on, and that they come to an end."""
    assert parsed.digest == digest_of(raw)
    shown = (parsed.subject, parsed.sender.name, parsed.sender.address, *parsed.labels)
    for text in (*shown, *parsed.attachments, parsed.message_id, *parsed.references):
        assert len(text.splitlines()) <= 1
    assert parsed.sent_at is None or parsed.sent_at.tzinfo is not None
    body = body_of(parsed)
    stripped = strip(body)
    for text in (*shown, body, stripped.new_text, stripped.quoted_text):
        text.encode("utf-8")
    assert thread_of(parsed)


@pytest.mark.parametrize("seed", range(4))
def test_mutated_letters_always_have_a_result(seed: int) -> None:
    for raw in mutations(LETTERS, MUTATIONS // 4, seed):
        assert_sound(raw, parse(raw))


@given(st.lists(st.sampled_from(SPLINTERS) | st.binary(max_size=20), max_size=30))
@settings(deadline=None)
def test_splinters_always_have_a_result(pieces: list[bytes]) -> None:
    raw = b"".join(pieces)
    assert_sound(raw, parse(raw))


@given(st.text(max_size=300), st.sampled_from(("text/plain", "text/html")))
@settings(deadline=None)
def test_any_words_always_have_a_result(words: str, kind: str) -> None:
    raw = f"Content-Type: {kind}; charset=utf-8\n\n{words}".encode()
    assert_sound(raw, parse(raw))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a process's peak")
def test_bombs_are_read_within_bounds_of_time_and_memory() -> None:
    bombs = Path(__file__).with_name("bombs.py")
    done = subprocess.run(
        [sys.executable, str(bombs)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2_000:]
    *told, peak = done.stdout.splitlines()
    assert len(told) > 30
    assert int(peak) < 300_000  # kilobytes
