import pytest

from onward.domain.mail.body.nesting import without_excess


def test_ordinary_html_stays_as_it_is() -> None:
    html = "<table>" + "<tr><td><b>a</b></td></tr>" * 2_000 + "</table>"
    assert without_excess(html) == html


def test_tags_that_close_do_not_count_as_depth() -> None:
    html = "<div><span>a</span></div>" * 5_000
    assert without_excess(html) == html


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<blockquote type=cite>", "<DIV\n>"])
def test_html_ends_where_it_nests_deeper_than_any_mail(tag: str) -> None:
    html = "before" + tag * 100_000
    kept = without_excess(html)
    assert kept.startswith("before")
    assert kept.count("<") == 2_000


def test_a_giant_tag_is_taken_out() -> None:
    assert without_excess("a<div " + "x=y " * 30_000 + ">b") == "ab"
