"""Reads who signs without a capital a mail that has none: "lg ada"."""

import re

from onward.domain.mail.details.people.titled import is_called

_LONGEST, _SHORTEST = 200, 3
_WORD = r"[a-zà-ž][a-zà-ž'-]{1,15}"
# A line of its own, ...
_ALONE = re.compile(
    rf"(?P<name>{_WORD}(?:\s{_WORD})?)(?:\s?\([^()\n]{{1,30}}\)"
    r"|\s(?:from|at|for|vom|von|bei|aus)\s[^\n]{2,40})?[^\w?]{0,12}"
)
# ... behind what closes a letter, ...
_CLOSED = re.compile(
    r"(?<!\w)(?:g?lg|vg|mfg|gr[uü](?:ß|ss)(?:e|le|i)?|cheers|thanks|thx|ta|regards|love"
    rf"|danke|dich)[,!.]?\s(?P<name>{_WORD})(?:\s?\([^()\n]{{1,30}}\))?[^\w?]{{0,12}}$"
)
# ... or the last word behind a sentence.
_LAST = re.compile(rf"[^\w\s,'-]\s(?P<name>{_WORD})[^\w?]{{0,12}}$")
_NOBODY = frozenset({
    *("danke", "dank", "thanks", "thx", "cheers", "ciao", "bussi", "bye", "tschüss"),
    *("tschau", "servus", "lg", "vg", "mfg", "gruß", "grüße", "gruss", "grüsse", "xx"),
    *("sorry", "merci", "okay", "bitte", "please", "bis", "dann", "love", "regards"),
    *("later", "soon", "dir", "dich", "ihnen", "you", "all", "again", "sent", "best"),
})  # fmt: skip


def signed_small(body: str) -> str:
    """Return who signs with the last words, with capitals; empty if nobody does.

    Who writes names without capitals begins the mail without one.
    """
    if not re.match(r"[^\w]*[a-zà-ž]", body):
        return ""
    last = body.rstrip().rpartition("\n")[2][-_LONGEST:].strip()
    alone, closed = _ALONE.fullmatch(last), _CLOSED.search(last)
    found = closed or alone or _LAST.search(last)
    if found is None or len(found["name"]) < _SHORTEST:
        return ""
    name = found["name"]
    first, *others = re.split(r"\s", name)
    is_free = not others and (found is closed or (found is alone and "\n" in body))
    is_known = is_called(first) or is_free
    return name.title() if is_known and not {first, *others} & _NOBODY else ""
