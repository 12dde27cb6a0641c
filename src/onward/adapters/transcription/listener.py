"""The process that listens: `python -m onward.adapters.transcription.listener FOLDER`.

It is its own process so that the memory of the recogniser is given back when it ends,
and so that a fault in native code does not take Onward along. It ends with its input.
"""

import os
import sys
import threading
import time
from pathlib import Path
from queue import Queue
from typing import BinaryIO

from onward.adapters.companions import messages
from onward.adapters.transcription import frames
from onward.adapters.transcription.hearing import Hearing
from onward.ports.transcription import SoFar

_GUESS_EVERY = 1.2  # seconds; a guess costs about one second of a processor
Message = tuple[bytes, bytes]


class Listener:
    """Answers one side's messages, one recording after another."""

    def __init__(self, answers: BinaryIO, folder: Path) -> None:
        from onward.adapters.transcription.whisper import Whisper  # noqa: PLC0415 - slow

        self._answers = answers
        self._whisper = Whisper(folder)
        self._hearing = Hearing(self._whisper)
        self._live = False
        self._guess = ""
        self._guessed_at = 0.0

    def take(self, message: Message, *, is_behind: bool) -> None:
        """Do what a message asks; `is_behind` says that more is waiting already."""
        kind, content = message
        if kind == frames.BEGIN:
            self._hearing = Hearing(self._whisper)
            self._live, self._guess = content == frames.LIVE, ""
        elif kind == frames.FEED:
            self._hearing.feed(content)
            self._maybe_guess(is_behind=is_behind)
        elif kind == frames.ASK:
            told = SoFar(tuple(self._hearing.plain), self._guess)
            messages.send(self._answers, frames.SO_FAR, frames.written(told))
        elif kind == frames.FINISH:
            told_all = self._hearing.finish()
            messages.send(self._answers, frames.HEARD, frames.written(told_all))

    def _maybe_guess(self, *, is_behind: bool) -> None:
        now = time.monotonic()
        if self._live and not is_behind and now - self._guessed_at > _GUESS_EVERY:
            self._guess = self._hearing.guess()
            self._guessed_at = time.monotonic()


def main() -> None:
    """Listen until the input ends."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    # Whatever a library prints must not stand between two messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    waiting: Queue[Message | None] = Queue()
    threading.Thread(
        target=_read, args=(sys.stdin.buffer, waiting), daemon=True
    ).start()
    listener = Listener(answers, Path(sys.argv[1]))
    while (message := waiting.get()) is not None:
        listener.take(message, is_behind=not waiting.empty())


def _read(stream: BinaryIO, waiting: "Queue[Message | None]") -> None:
    """Take messages as they come, so that whoever feeds never waits."""
    while (message := messages.receive(stream)) is not None:
        waiting.put(message)
    waiting.put(None)


if __name__ == "__main__":
    main()
