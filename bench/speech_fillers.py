"""Measures fillers: those found beside those that were written down."""

import tempfile
from collections.abc import Iterator
from difflib import SequenceMatcher

from bench.speech_hearing import heard_in, model_folder
from onward.adapters.transcription.whisper import Whisper
from onward.domain.speech.heard import Filler, Heard
from tools.speech_examples import (
    Clip,
    clips,
    filler_places,
    plain_words,
    varied,
    with_fillers,
)

Lines = Iterator[str]
_SEED = 20261125
_NEAR = 2  # words within which a filler is the one that was meant


def fillers() -> Lines:
    """Compare the fillers found with those written down, in real and in made speech."""
    told = [clip for clip in clips() if clip.verbatim]
    said = [c for c in told if c.style == "spontaneous"]
    with tempfile.TemporaryDirectory() as place:
        whisper = Whisper(model_folder(place))
        groups = {
            "real, in passing": said,
            "the same, slower, faster, softer, as by telephone": [
                one for clip in said for one in varied(clip, _SEED)
            ],
            "real, drawn out to try a program": [
                clip for clip in told if clip.style == "scripted-disfluent"
            ],
            "made by a voice": list(with_fillers(_SEED)),
            "real, read or recited, without any": [
                clip for clip in clips() if clip.style in {"read", "scripted", "speech"}
            ],
        }
        heard = {
            name: [(heard_in(whisper, clip), clip) for clip in group]
            for name, group in groups.items()
        }
    yield "| fillers | known | found | right | precision | recall | false a minute |"
    yield "| --- | ---: | ---: | ---: | ---: | ---: | ---: |"
    for name, pairs in heard.items():
        for only_sure in (True, False):
            title = f"{name}, {'sure' if only_sure else 'sure or maybe'}"
            yield f"| {title} | {_tallied(pairs, only_sure=only_sure)} |"


def _tallied(pairs: list[tuple[Heard, Clip]], *, only_sure: bool) -> str:
    known, all_found, right, seconds = 0, 0, 0, 0.0
    for heard, clip in pairs:
        found = [one for one in heard.fillers if one.sure or not only_sure]
        asked, places = filler_places((clip.verbatim or clip.reference).split())
        known += len(places)
        all_found += len(found)
        right += _right(_places(found, heard, asked), places)
        seconds += heard.seconds
    precision = f"{right / all_found:.2f}" if all_found else "-"
    recall = f"{right / known:.2f}" if known else "-"
    false = 60 * (all_found - right) / seconds
    return f"{known} | {all_found} | {right} | {precision} | {recall} | {false:.1f}"


def _places(found: list[Filler], heard: Heard, asked: list[str]) -> list[int]:
    """Return after how many words of the reference each filler stands."""
    rows = [(word.start, plain_words(word.text)) for word in heard.words]
    said = [text for _, texts in rows for text in texts]
    blocks = SequenceMatcher(None, said, asked, autojunk=False).get_matching_blocks()
    places = []
    for one in found:
        count = sum(len(texts) for start, texts in rows if start < one.start)
        block = max(
            (b for b in blocks if b.a <= count), key=lambda b: b.a, default=None
        )
        places.append(block.b + count - block.a if block else count)
    return places


def _right(found: list[int], known: list[int]) -> int:
    """Count the fillers found that stand within two words of one that was said."""
    left, count = list(known), 0
    for place in found:
        near = [other for other in left if abs(other - place) <= _NEAR]
        if near:
            left.remove(min(near, key=lambda other: abs(other - place)))
            count += 1
    return count
