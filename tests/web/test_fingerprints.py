from django.templatetags.static import static

from onward.web.fingerprints import Fingerprinted


def test_a_style_is_named_with_what_is_in_it() -> None:
    assert static("css/base.css").startswith("/static/css/base.css?v=")
    assert static("css/base.css") != static("css/tokens.css")


def test_a_font_is_named_as_stylesheets_name_it() -> None:
    name = "vendor/source-serif-4/source-serif-4-latin-wght-normal.woff2"
    assert static(name) == f"/static/{name}"


def test_a_file_that_is_not_there_keeps_its_plain_name() -> None:
    assert Fingerprinted().url("nothing.css") == "/static/nothing.css"
