"""`onward prepare criteria` prints what an advert asks for."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onward.adapters.documents.reading import UnreadableDocumentError
from onward.cli.prepare import AdvertNotThereError, app

ADVERT = "What you need\n- A full driving licence\nDesirable\n- Some French\n"


def _criteria(*words: str, given: str | None = None) -> list[dict[str, object]]:
    answer = CliRunner().invoke(app, ["criteria", *words, "--json"], input=given)
    assert answer.exit_code == 0, answer.output
    told = json.loads(answer.output)
    assert set(told) == {"criteria"}
    return list(told["criteria"])


def test_the_answer_has_the_agreed_shape() -> None:
    first, second = _criteria("-", given=ADVERT)
    names = ["quote", "start", "end", "kind", "skills", "must_have"]
    assert list(first) == names
    assert first["quote"] == "A full driving licence"
    assert ADVERT[int(str(first["start"])) : int(str(first["end"]))] == first["quote"]
    assert (first["must_have"], second["must_have"]) == (True, False)


def test_places_are_those_of_the_file_as_it_stands(tmp_path: Path) -> None:
    file = tmp_path / "advert.txt"
    content = f"\r\n\r\n  {ADVERT}".replace("\n", "\r\n")
    file.write_bytes(content.encode())
    for found in _criteria(str(file)):
        start, end = int(str(found["start"])), int(str(found["end"]))
        assert content[start:end] == found["quote"]


def test_a_web_page_is_read_by_what_it_shows(tmp_path: Path) -> None:
    page = tmp_path / "advert.html"
    page.write_text(
        "<html><body><h2>What you need</h2><ul><li>A full driving licence</li></ul>"
        "<script>var you = 'must have experience'</script></body></html>"
    )
    (found,) = _criteria(str(page))
    assert found["quote"] == "A full driving licence"


def test_a_file_that_is_not_there_or_no_document_is_told_in_one_sentence(
    tmp_path: Path,
) -> None:
    for file, error in (
        (tmp_path / "none.txt", AdvertNotThereError),
        (tmp_path, AdvertNotThereError),
        (_written(tmp_path / "odd.bin"), UnreadableDocumentError),
    ):
        answer = CliRunner().invoke(app, ["criteria", str(file)])
        assert isinstance(answer.exception, error)


def test_people_get_a_line_for_each() -> None:
    answer = CliRunner().invoke(app, ["criteria", "-"], input=ADVERT)
    lines = answer.output.splitlines()
    assert [line.split()[1] for line in lines] == ["must", "nice"]


def _written(path: Path) -> Path:
    path.write_bytes(b"\x00\x01\x02" * 100)
    return path


@pytest.mark.parametrize("words", [["--help"], ["criteria", "--help"]])
def test_help_is_there(words: list[str]) -> None:
    assert CliRunner().invoke(app, words).exit_code == 0
