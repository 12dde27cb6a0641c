from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onward.adapters.mailboxes import open_mailbox
from onward.ports.mailbox import RawMessage
from tests.adapters.mailboxes.made import KINDS, contents, message, read

# Each has something that one kind of mailbox stores in another way.
AWKWARD = (
    message(1),
    message(2, "From here it is ten minutes.\n>From the station: five.\n>>From x"),
    message(3, "no line end").rstrip(b"\n"),
    message(4, "\n\nspace before and after\n\n\n"),
    message(5, "Windows").replace(b"\n", b"\r\n"),
    message(6, "From 10:30 to 11:00\nLocation: the small room"),
    message(7, "Grüße aus Köln"),
    b"\xef\xbb\xbf" + message(8, "a mark first"),
    message(9, "a lone \r in the middle"),
)


@pytest.fixture(params=KINDS)
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_the_same_mail_reads_the_same_from_every_kind(
    kind: str, tmp_path: Path
) -> None:
    path = KINDS[kind](tmp_path / kind, AWKWARD)
    expected = contents(KINDS["folder"](tmp_path / "expected", AWKWARD))
    assert sorted(contents(path)) == sorted(expected)
    assert len(expected) == len(AWKWARD)


def test_what_is_read_has_one_form_of_line_ends(kind: str, tmp_path: Path) -> None:
    found = contents(KINDS[kind](tmp_path / kind, AWKWARD))
    assert [item for item in found if b"\r\n" in item] == []
    assert [item for item in found if not item.endswith(b"\n")] == []
    assert [item for item in found if item.endswith(b"\n\n")] == []


def test_the_words_of_a_message_are_kept_as_they_were(
    kind: str, tmp_path: Path
) -> None:
    written = message(2, "From here it is ten minutes.\n>From the station: five.")
    path = KINDS[kind](tmp_path / kind, [message(1), written])
    assert written in contents(path)


def test_reading_twice_gives_the_same_in_the_same_order(
    kind: str, tmp_path: Path
) -> None:
    path = KINDS[kind](tmp_path / kind, AWKWARD)
    assert read(path) == read(path)


def test_progress_grows_up_to_the_size(kind: str, tmp_path: Path) -> None:
    path = KINDS[kind](tmp_path / kind, AWKWARD)
    done = [item.bytes_done for item in read(path)]
    assert done == sorted(done)
    assert 0 < done[-1] <= open_mailbox(path).size_bytes


def test_every_message_says_where_it_was_found(kind: str, tmp_path: Path) -> None:
    places = [item.place for item in read(KINDS[kind](tmp_path / kind, AWKWARD))]
    assert len(set(places)) == len(AWKWARD)
    assert all(place.isprintable() for place in places)


def test_the_fingerprint_stays_while_nothing_changes(kind: str, tmp_path: Path) -> None:
    path = KINDS[kind](tmp_path / kind, AWKWARD)
    assert open_mailbox(path).fingerprint() == open_mailbox(path).fingerprint()


def test_the_fingerprint_changes_with_the_mail(kind: str, tmp_path: Path) -> None:
    few = KINDS[kind](tmp_path / f"1-{kind}", AWKWARD[:7])
    many = KINDS[kind](tmp_path / f"2-{kind}", AWKWARD)
    assert open_mailbox(few).fingerprint() != open_mailbox(many).fingerprint()


LINES = st.lists(
    st.sampled_from(
        (b"", b"From ", b"From a@b Mon Jan  2 10:00:00 2023", b">From x", b">>From y")
    )
    | st.binary(max_size=30).map(lambda line: line.replace(b"\n", b"").strip(b"\r")),
    min_size=1,
    max_size=8,
)


@given(bodies=st.lists(LINES, min_size=1, max_size=4))
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_any_body_reads_the_same_from_mbox_zip_and_folder(
    bodies: list[list[bytes]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("any")
    written = [message(n) + b"\n".join(lines) for n, lines in enumerate(bodies)]
    kinds = ("box.mbox", "folder", "messages.zip", "mbox.zip", "maildir")
    found = {
        kind: sorted(contents(KINDS[kind](folder / kind, written))) for kind in kinds
    }
    assert found == dict.fromkeys(kinds, found["folder"])
    assert len(found["folder"]) == len(written)


def test_labels_tell_the_folder_a_message_lies_in(tmp_path: Path) -> None:
    labelled = tmp_path / "post"
    (labelled / "Sent").mkdir(parents=True)
    (labelled / "Sent" / "1.eml").write_bytes(message())
    (item,) = read(labelled)
    assert isinstance(item, RawMessage)
    assert item.labels == ("post/Sent",)
