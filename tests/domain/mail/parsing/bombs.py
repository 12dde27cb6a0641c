"""Reads mail made to exhaust a parser, in a process whose time is limited."""

import re
import resource
import sys
from datetime import date
from pathlib import Path

from onward.domain.asking.policy import rule_against_feedback
from onward.domain.asking.window import window_for_asking
from onward.domain.mail.body.clean import body_of
from onward.domain.mail.body.strip import strip
from onward.domain.mail.parsing.parse import parse

SECONDS_IN_ALL = 40
HEAD = b"From: jo@post.example\nTo: sam@home.example\n"
HTML = HEAD + b"Content-Type: text/html; charset=utf-8\n\n"
PLAIN = HEAD + b"Content-Type: text/plain; charset=utf-8\n\n"
PARTED = HEAD + b"Content-Type: multipart/mixed; boundary=b\n\n"
NO = b"We will not take this any further. Feedback is not given.\n\n"
BOMBS = {
    "one long subject": HEAD + b"Subject: " + b"a" * 2_000_000 + b"\n\nx\n",
    "a subject of words": HEAD + b"Subject: " + b"a " * 1_000_000 + b"\n\nx\n",
    "coded words": HEAD + b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nx\n",
    "unfinished words": HEAD + b"Subject: " + b"=?utf-8?q?" * 20_000 + b"\n\nx\n",
    "folded lines": HEAD + b"Subject: a\n" + b" b\n" * 200_000 + b"\n\nx\n",
    "addresses": HEAD + b"Cc: " + b"a@b.c, " * 20_000 + b"\n\nx\n",
    "angles": HEAD + b"Cc: " + b"<" * 60_000 + b"\n\nx\n",
    "brackets": HEAD + b"Cc: " + b"(" * 5_000 + b"\nDate: " + b"(" * 5_000 + b"\n\nx\n",
    "parameters": HEAD
    + b"Content-Type: text/plain"
    + b"".join(b"; n*%d*=%%41" % number for number in range(3_000))
    + b"\n\nx\n",
    "references": HEAD + b"References: " + b"<a@b> " * 10_000 + b"\n\nx\n",
    "labels": HEAD + b"X-Gmail-Labels: " + b'"a,' * 20_000 + b"\n\nx\n",
    "parts": PARTED + b"--b\n\nx\n" * 20_000 + b"--b--\n",
    "boundaries in one line": PARTED + b"--b" * 1_000_000,
    "parts in parts": PARTED
    + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 5_000,
    "parts in other parts": HEAD
    + b"".join(
        b"Content-Type: multipart/mixed; boundary=b%dx\n\n--b%dx\n" % (n, n)
        for n in range(5_000)
    ),
    "messages in messages": (HEAD + b"Content-Type: message/rfc822\n\n") * 5_000,
    "deep blocks": HTML + b"<div>" * 200_000,
    "deep inline": HTML + b"<b>" * 200_000 + b"x",
    "deep tables": HTML + b"<table><tr><td>" * 60_000 + b"x",
    "deep quotes": HTML + b"<blockquote type=cite>" * 40_000 + b"x",
    "unclosed inline": HTML + b"<p><b><i><u>" * 40_000 + b"x",
    "links in links": HTML + b"<a><font>" * 50_000 + b"x",
    "a tag of a megabyte": HTML + b"<div " + b"a=b " * 300_000 + b">x",
    "angles in html": HTML + b"<" * 1_900_000,
    "comments": HTML + b"<!--" * 400_000,
    "entities": HTML + b"&amp;" * 380_000,
    "quote marks": PLAIN + b">" * 1_900_000,
    "quoted lines": PLAIN + b"> a\n" * 480_000,
    "leads": PLAIN + b"On 3 May a@b wrote:\n" * 95_000,
    "half leads": PLAIN + b"On 1 a wrote b:\n" * 120_000,
    "blocks of headers": PLAIN + b"From: a\nSent: b\n" * 120_000,
    "links": PLAIN + b"<https://" * 210_000,
    "dashes": PLAIN + b"-" * 1_900_000,
    "signatures": PLAIN + b"-- \n" * 480_000,
    "footers": PLAIN + b"unsubscribe\n\n" * 140_000,
    "unseen letters": PLAIN + "\u200b".encode() * 630_000,
    "quoted-printable": HEAD
    + b"Content-Transfer-Encoding: quoted-printable\n\n"
    + b"=" * 3_000_000,
    "base64": HEAD + b"Content-Transfer-Encoding: base64\n\n" + b"*" * 3_000_000,
    "flowed": HEAD
    + b"Content-Type: text/plain; format=flowed\n\n"
    + b"> a \n" * 380_000,
    "a word without an end": PLAIN + NO + b"x" * 1_900_000,
    "a sentence without an end": PLAIN + NO + b"a " * 950_000,
    "feedback without an end": PLAIN + NO + b"no feedback " * 150_000,
}


def main() -> None:
    """Read each and say so; the system ends the process when its time is up."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_IN_ALL, SECONDS_IN_ALL))
    for name, raw in BOMBS.items():
        sys.stderr.write(f"{name}\n")
        text = strip(body_of(parse(raw))).new_text
        rule_against_feedback(text)
        window_for_asking(text, date(2026, 11, 2))
        sys.stdout.write(f"{name}\n")
    status = Path("/proc/self/status").read_text()
    peak = re.search(r"VmHWM:\s+(\d+)", status)
    sys.stdout.write(peak[1] if peak else "")


if __name__ == "__main__":
    main()
