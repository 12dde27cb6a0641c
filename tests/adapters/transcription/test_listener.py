import io
from queue import Queue

from onward.adapters.companions import messages
from onward.adapters.transcription import frames
from onward.adapters.transcription.hearing import pcm_of
from onward.adapters.transcription.listener import Answers, Listener, Waiting, read
from tests.adapters.transcription.doubles import Scripted
from tests.adapters.voice_activity.test_silero import _spoken


def _answers(stream: io.BytesIO) -> list[tuple[bytes, bytes]]:
    stream.seek(0)
    found = []
    while (message := messages.receive(stream)) is not None:
        found.append(message)
    return found


def test_a_recording_goes_in_and_what_was_heard_comes_out() -> None:
    out = io.BytesIO()
    listener = Listener(Scripted(), Answers(out))
    sound = pcm_of(_spoken(2.0))
    for message in [(frames.BEGIN, b""), (frames.FEED, sound), (frames.FINISH, b"")]:
        listener.take(message, is_behind=False)
    ((kind, content),) = _answers(out)
    assert kind == frames.HEARD
    heard = frames.heard(content)
    assert [word.text for word in heard.words][:2] == ["hello", "there"]
    assert len(heard.speech) == 1


def test_words_are_guessed_at_only_for_who_wants_them_and_when_there_is_time() -> None:
    recogniser, answers = Scripted(), Answers(io.BytesIO())
    listener = Listener(recogniser, answers)
    sound = pcm_of(_spoken(1.0))
    listener.take((frames.BEGIN, b""), is_behind=False)
    listener.take((frames.FEED, sound), is_behind=False)
    assert answers.latest.guess == ""
    listener.take((frames.BEGIN, frames.LIVE), is_behind=False)
    listener.take((frames.FEED, sound), is_behind=True)
    assert recogniser.seconds == []
    listener.take((frames.FEED, sound), is_behind=False)
    assert answers.latest.guess == "hello there"


def test_who_asks_is_answered_at_once_and_the_rest_waits_its_turn() -> None:
    asked, out = io.BytesIO(), io.BytesIO()
    for kind in (frames.BEGIN, frames.ASK, frames.FINISH):
        messages.send(asked, kind)
    asked.seek(0)
    waiting: Waiting = Queue()
    read(asked, waiting, Answers(out))
    ((kind, content),) = _answers(out)
    assert kind == frames.SO_FAR
    assert frames.so_far(content).words == ()
    assert [waiting.get() for _ in range(3)] == [
        (frames.BEGIN, b""),
        (frames.FINISH, b""),
        None,
    ]
