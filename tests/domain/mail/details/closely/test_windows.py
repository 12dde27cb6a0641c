from onward.domain.mail.details.closely.windows import LOOKS, windows_of
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.encoder.words import MOST_PIECES
from onward.domain.mail.message import Address

SENDER = Address("Jo Lund", "jo.lund@ternfarm.example")
VOCABULARY = shipped_encoder().vocabulary
LETTER = "Relief milker\n\nDear Ada,\n\nTERN FARM has 2 posts."


def pieces(text: str) -> list[list[str]]:
    windows = windows_of(text, SENDER, VOCABULARY)
    return [[VOCABULARY.pieces[number] for number in one.ids] for one in windows]


def test_who_writes_stands_first() -> None:
    (window,) = pieces("Hello")
    assert window[0] == "[CLS]"
    assert "".join(window[1:8]).startswith("jolu")
    assert window.count("[SEP]") == 2
    assert window[-2:] == ["hello", "[SEP]"]


def test_each_word_begins_where_it_stands() -> None:
    (window,) = windows_of(LETTER, SENDER, VOCABULARY)
    begun = [start for start in window.starts if start >= 0]
    assert begun == sorted(begun)
    assert LETTER[begun[0] :].startswith("Relief")
    assert len(window.ids) == len(window.looks) == len(window.starts)
    assert max(window.looks) < LOOKS


def test_capitals_lines_and_the_subject_look_otherwise() -> None:
    (window,) = windows_of(LETTER, SENDER, VOCABULARY)
    look = {
        LETTER[start:].split(maxsplit=1)[0]: of
        for start, of in zip(window.starts, window.looks, strict=True)
        if start >= 0
    }
    seen = [look[word] for word in ("Relief", "milker", "Dear", "Ada,", "TERN", "has")]
    assert len(set(seen)) == len(seen)


def test_a_long_mail_is_read_in_parts_up_to_a_length() -> None:
    windows = windows_of("word " * 2_000, SENDER, VOCABULARY)
    assert len(windows) == 3
    assert all(len(window.ids) <= MOST_PIECES for window in windows)


def test_a_mail_without_a_word_has_one_window() -> None:
    (window,) = windows_of("", Address(), VOCABULARY)
    assert not any(start >= 0 for start in window.starts)
