import pytest
from hypothesis import given
from hypothesis import strategies as st

from onward.domain.mail.body.clean import body_of, clean
from onward.domain.mail.message import ParsedMail

NO = "We regret that we will not go on."


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>Dear Sam,</p><p>We are <b>sorry</b>.</p>", "Dear Sam,\n\nWe are sorry."),
        ("Hello<br>there<br><br>you", "Hello\nthere\n\nyou"),
        ("<div>one</div><div><br></div><div>two</div>", "one\n\ntwo"),
        ("<ul><li>one<li>two</ul>after", "- one\n- two\n\nafter"),
        ("<tr><td>Name</td><td>Jo</td></tr>", "NameJo"),
        ("<table><tr><td>Name<td>Jo<tr><td>Day<td>3 May</table>", "Name Jo\nDay 3 May"),
        ("<p>Un<span>fortunately</span>, no</p>", "Unfortunately, no"),
        ("Un<wbr>for&shy;tunately&nbsp;no &amp; &lt;b&gt;", "Unfortunately no & <b>"),
        ("<pre>a\n  b\n\nc</pre>d", "a\nb\n\nc\n\nd"),
        ("<p>a</p>\n\n<p>&nbsp;</p><p></p><p>b</p>", "a\n\nb"),
        ("<h1>Title</h1>text<hr>more", "Title\n\ntext\n\nmore"),
        ("<p>We<o:p></o:p> regret</p>", "We regret"),
        ("<body><p>one</body></html><p>two", "one\n\ntwo"),
        ("only words", "only words"),
        ("", ""),
        ("<p", ""),
    ],
)
def test_html_reads_as_a_person_would_read_it(html: str, text: str) -> None:
    assert clean(html) == text


@pytest.mark.parametrize(
    "unseen",
    [
        "<title>x</title>",
        "<style>p {}</style>",
        "<script>x()</script>",
        "<!-- x -->",
        "<!--[if mso]><p>x</p><![endif]-->",
        "<?ADF version='1.0'?>",
        "<![CDATA[x]]>",
        "<template>x</template>",
        "<svg><text>x</text></svg>",
        "<select><option>x</option></select>",
        "<textarea>x</textarea>",
        "<div style='display:none'>x</div>",
        "<div style='Display : NONE !important; color: red'>x</div>",
        "<span style='visibility:hidden'>x</span>",
        "<div style='max-height:0;overflow:hidden'>x</div>",
        "<span style='opacity:0'>x</span>",
        "<div hidden>x</div>",
        "<div style='display:none'><div style='display:block'>x</div></div>",
    ],
)
def test_what_nobody_sees_is_left_out(unseen: str) -> None:
    assert clean(f"<p>a</p>{unseen}<p>b</p>") == "a\n\nb"


@pytest.mark.parametrize(
    "seen",
    [
        "<span style='opacity:0.9'>x</span>",
        "<span style='display:block'>x</span>",
        "<span style='text-decoration:none'>x</span>",
        "<div style='overflow:hidden'>x</div>",
        "<![if !mso]>x<![endif]>",
    ],
)
def test_what_is_seen_is_kept(seen: str) -> None:
    assert "x" in clean(f"<p>a</p>{seen}<p>b</p>")


def test_a_mail_that_hides_all_it_says_is_read_all_the_same() -> None:
    assert clean(f"<div style='display:none'>{NO}</div>") == NO


def test_an_earlier_mail_is_marked_as_quoted() -> None:
    html = (
        "<div class=gmail_quote>On 3 May Jo wrote:"
        "<blockquote class=gmail_quote>old<br>lines"
        "<blockquote type=cite>older</blockquote></blockquote></div>new"
    )
    assert clean(html) == ("On 3 May Jo wrote:\n\n> old\n> lines\n\n> > older\n\nnew")
    assert clean("<blockquote>said</blockquote>") == "said"


@pytest.mark.parametrize(
    ("plain", "html", "body"),
    [
        (NO, "", NO),
        ("", f"<p>{NO}</p>", NO),
        (NO, "<p>short</p>", NO),
        ("View this email in your browser", f"<p>{NO}</p>", NO),
        ("Footer", f"<p>{NO}</p>", NO),
        (f"<html><body><p>{NO}</p></body></html>", "", NO),
        (f"<p>{NO}</p>", f"<p>{NO}</p>", NO),
        ("long " * 200, f"<p>{NO}</p>", ("long " * 200).strip()),
        (NO, "<p></p>", NO),
        ("a < b and c", "", "a < b and c"),
    ],
)
def test_the_better_part_is_read(plain: str, html: str, body: str) -> None:
    assert body_of(ParsedMail(b"", text=plain, html=html)) == body


PIECES = st.lists(
    st.sampled_from(
        (
            *(
                "<p>",
                "</p>",
                "<div>",
                "</div>",
                "<b>",
                "<table>",
                "<td>",
                "<!--",
                "-->",
            ),
            *("<pre>", "</pre>", "<blockquote type=cite>", "</blockquote>", "&amp;"),
            *("<![CDATA[", "<?x?>", "&#0;", "&#xd800;", "<svg>", "<li>", "<br>", "<"),
        )
    )
    | st.text(max_size=8),
    max_size=25,
).map("".join)


@given(html=PIECES)
def test_whatever_the_html_is_its_text_is_tidy(html: str) -> None:
    text = clean(html)
    text.encode("utf-8")
    assert "\n\n\n" not in text
    assert text == text.strip("\n")
    assert all(line == " ".join(line.split()) for line in text.split("\n"))
