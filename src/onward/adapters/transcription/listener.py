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
from onward.adapters.transcription.hearing import Hearing, Recogniser
from onward.ports.transcription import SoFar

# Between two guesses there is time to listen: so many seconds, and at least as long as
# the last one took.
_GUESS_EVERY = 0.25
Message = tuple[bytes, bytes]
Waiting = Queue[Message | None]


class Answers:
    """What goes back; two threads answer, so whole messages take turns."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()
        self.latest = SoFar()

    def send(self, kind: bytes, content: bytes) -> None:
        """Send one answer, whole."""
        with self._lock:
            messages.send(self._stream, kind, content)


class Listener:
    """Does what messages ask, one recording after another."""

    def __init__(self, recogniser: Recogniser, answers: Answers) -> None:
        self._recogniser = recogniser
        self._answers = answers
        self._hearing = Hearing(recogniser)
        self._live = False
        self._guess = ""
        self._guesses_from = 0.0

    def take(self, message: Message, *, is_behind: bool) -> None:
        """Do what a message asks; `is_behind` says that more is waiting already."""
        kind, content = message
        if kind == frames.BEGIN:
            self._hearing = Hearing(self._recogniser)
            self._live, self._guess = content == frames.LIVE, ""
        elif kind == frames.FEED:
            settled = len(self._hearing.plain)
            self._hearing.feed(content)
            if len(self._hearing.plain) > settled:
                self._guess = ""  # what it guessed at stands among the words now
            if not is_behind:
                self._hearing.look_ahead()
            self._maybe_guess(is_behind=is_behind)
            self._answers.latest = SoFar(tuple(self._hearing.plain), self._guess)
        elif kind == frames.FINISH:
            self._answers.send(frames.HEARD, frames.written(self._hearing.finish()))

    def _maybe_guess(self, *, is_behind: bool) -> None:
        began = time.monotonic()
        if self._live and not is_behind and began > self._guesses_from:
            self._guess = self._hearing.guess()
            ended = time.monotonic()
            self._guesses_from = ended + max(_GUESS_EVERY, ended - began)


def read(stream: BinaryIO, waiting: Waiting, answers: Answers) -> None:
    """Take messages as they come, so that whoever feeds or asks never waits."""
    while (message := messages.receive(stream)) is not None:
        kind, _ = message
        if kind == frames.ASK:
            answers.send(frames.SO_FAR, frames.written(answers.latest))
            continue
        if kind == frames.BEGIN:
            answers.latest = SoFar()
        waiting.put(message)
    waiting.put(None)


def main() -> None:
    """Listen until the input ends."""
    answers = Answers(os.fdopen(os.dup(sys.stdout.fileno()), "wb"))
    # Whatever a library prints must not stand between two messages.
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())
    waiting: Waiting = Queue()
    reading = (sys.stdin.buffer, waiting, answers)
    threading.Thread(target=read, args=reading, daemon=True).start()
    from onward.adapters.transcription.whisper import Whisper  # noqa: PLC0415 - slow

    listener = Listener(Whisper(Path(sys.argv[1])), answers)
    while (message := waiting.get()) is not None:
        listener.take(message, is_behind=not waiting.empty())


if __name__ == "__main__":
    main()
