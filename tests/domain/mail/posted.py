"""Writes mail as bytes, the way programs send it."""

import base64

HEAD = (
    b"From: Jo Lund <jo@post.example>\nTo: Sam <sam@home.example>\n"
    b"Subject: Your application\nDate: Tue, 24 Nov 2026 09:00:00 +0000\n"
    b"Message-ID: <1@post.example>\nMIME-Version: 1.0\n"
)


def plain(text: str = "Dear Sam,\n\nThank you.\n", head: bytes = HEAD) -> bytes:
    """Return a message of one plain part."""
    return head + b"Content-Type: text/plain; charset=utf-8\n\n" + text.encode()


def part(content: bytes, kind: bytes = b"text/plain", more: bytes = b"") -> bytes:
    """Return a part with its headers."""
    return b"Content-Type: " + kind + b"\n" + more + b"\n" + content


def multipart(
    *parts: bytes, kind: bytes = b"mixed", edge: bytes = b"edge", head: bytes = HEAD
) -> bytes:
    """Return a message, or with an empty head a part, of several parts."""
    inside = b"".join(b"--" + edge + b"\n" + each + b"\n" for each in parts)
    title = b"Content-Type: multipart/" + kind + b'; boundary="' + edge + b'"\n\n'
    return head + title + inside + b"--" + edge + b"--\n"


LETTERS = (
    plain(),
    plain("Grüße\n-- \nJo\n> quoted\nOn 3 May 2026, Jo wrote:\n> a\n"),
    multipart(
        part(b"Hello\n"),
        part(b"<p>Hello <b>Sam</b></p>", b"text/html; charset=utf-8"),
        kind=b"alternative",
    ),
    multipart(
        multipart(
            part("Grüße".encode("latin-1"), b"text/plain; charset=iso-8859-1"),
            part(
                b'<div style=3D"display:none">x</div><p>Gr=C3=BC=C3=9Fe',
                b"text/html; charset=utf-8",
                b"Content-Transfer-Encoding: quoted-printable\n",
            ),
            kind=b"alternative",
            edge=b"inner",
            head=b"",
        ),
        part(
            base64.encodebytes(bytes(range(256))),
            b"application/pdf; name*=utf-8''Gr%C3%BC%C3%9Fe.pdf",
            b"Content-Transfer-Encoding: base64\nContent-Disposition: attachment\n",
        ),
        part(b"BEGIN:VCALENDAR\nEND:VCALENDAR\n", b"text/calendar; method=REQUEST"),
    ),
    multipart(part(plain("Passed on\n"), b"message/rfc822")),
    plain("We are \nvery \nsorry.\n").replace(b"utf-8", b"utf-8; format=flowed"),
    plain(head=HEAD.replace(b"Your", b"=?utf-8?Q?Gr=C3=BC=C3=9Fe?= =?utf-8?B?w7w=?=")),
)
