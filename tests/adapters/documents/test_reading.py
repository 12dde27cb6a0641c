from io import BytesIO
from zipfile import ZipFile

import pytest
from pypdf import PdfReader, PdfWriter

from onward.adapters.documents.pdf import unbroken
from onward.adapters.documents.reading import (
    LockedDocumentError,
    PictureDocumentError,
    TooLargeDocumentError,
    UnreadableDocumentError,
    text_of,
)

LINES = ("What you will need", "Experience of SQL and of building", "reports")


def docx(*paragraphs: str) -> bytes:
    body = "".join(f"<w:p>{one}</w:p>" for one in paragraphs)
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", f"<w:document>{body}</w:document>")
    return packed.getvalue()


def pdf(*lines: str) -> bytes:
    """Write a page by hand, as the simplest of programs would."""
    shown = "".join(f"({line}) Tj T* " for line in lines)
    stream = f"BT /F1 12 Tf 14 TL 50 750 Td {shown}ET".encode()
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /Resources 6 0 R"
        b" /MediaBox [0 0 595 842] >>".replace(
            b"6 0 R", b"<< /Font << /F1 5 0 R >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    content, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    tail = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(content)
    return content + b"xref\n0 6\n0000000000 65535 f \n" + table + tail


def locked(content: bytes) -> bytes:
    writer, packed = PdfWriter(clone_from=PdfReader(BytesIO(content))), BytesIO()
    writer.encrypt("heron", algorithm="RC4-128")
    writer.write(packed)
    return packed.getvalue()


def test_a_pdf_is_read_and_what_the_margin_broke_is_one_line_again() -> None:
    text = text_of(pdf(*LINES))
    assert text.splitlines() == [LINES[0], f"{LINES[1]} {LINES[2]}"]


def test_marks_become_dashes_and_sentences_stay_apart() -> None:
    page = (
        "You will:\n\u2022 check data\n\u2022 help nurses with\ntheir figures\nPay: 30k"
    )
    assert unbroken(page).splitlines() == [
        *("You will:", "- check data", "- help nurses with their figures", "Pay: 30k")
    ]


def test_a_word_document_keeps_its_lists() -> None:
    content = docx(
        "<w:r><w:t>What you &amp; we need</w:t></w:r>",
        '<w:pPr><w:numPr/></w:pPr><w:r><w:t xml:space="preserve">SQL </w:t></w:r>'
        "<w:r><w:t>skills</w:t></w:r>".replace("<w:numPr/>", "<w:numPr></w:numPr>"),
    )
    assert text_of(content) == "What you & we need\n- SQL skills"


def test_the_columns_of_a_table_in_word_stay_apart() -> None:
    def cell(*lines: str) -> str:
        said = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in lines)
        return f"<w:tc>{said}</w:tc>"

    rows = (cell("About", "them") + cell("GCSE", "Licence") + cell("French"),)
    body = "".join(f"<w:tr>{row}</w:tr>" for row in rows)
    packed = BytesIO()
    with ZipFile(packed, "w") as file:
        file.writestr("word/document.xml", f"<w:tbl>{body}</w:tbl>")
    lines = text_of(packed.getvalue()).splitlines()
    assert lines == ["About them | GCSE | French", "About them | Licence |"]


def test_the_columns_of_a_table_on_a_page_stay_apart() -> None:
    page = (
        "<html><body><table><tr><th>Area<th>Essential<th>Desirable<tr><td>Skills"
        "<td><ul><li>Excel<li>Typing</ul><td>French</table></body></html>"
    )
    lines = [line for line in text_of(page.encode()).splitlines() if line]
    assert lines == [
        "Area | Essential | Desirable",
        "Skills | Excel | French",
        "Skills | Typing |",
    ]


def test_a_page_without_end_is_read_as_far_as_anybody_would() -> None:
    assert text_of(b"<html><body>" + b"<div>" * 20_000 + b"x") == ""


def test_a_web_page_is_read_as_a_person_would_read_it() -> None:
    page = "<html><body><h1>Analyst</h1><script>x()</script><p>Know <b>SQL</b>.</p>"
    text = text_of(page.encode())
    assert "Know SQL." in text
    assert "x()" not in text


def test_plain_text_is_read_in_whatever_letters_it_is_written() -> None:
    for name in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        assert text_of("Caf\u00e9 work\r\nnow".encode(name)) == "Caf\u00e9 work\r\nnow"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"%PDF-1.4 and then nothing", UnreadableDocumentError),
        (b"PK\x03\x04 and then nothing", UnreadableDocumentError),
        (b"\x00\x01\x02\x03", UnreadableDocumentError),
        (b" " * 10_000_001, TooLargeDocumentError),
        (docx(""), PictureDocumentError),
        (pdf(), PictureDocumentError),
        (locked(pdf(*LINES)), LockedDocumentError),
    ],
    ids=["broken pdf", "broken zip", "bytes", "large", "no words", "picture", "locked"],
)
def test_what_cannot_be_read_says_why(content: bytes, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        text_of(content)
