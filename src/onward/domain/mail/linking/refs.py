"""Finds what ties mails together besides names: reference numbers, earlier names."""

import re

_MOST_CHARACTERS = 2_500
_MOST = 6
_CODE = r"(?:[A-Z]{1,5}[-/]?)?\d[\dA-Z]*(?:[-/][\dA-Z]+)*"
_TOLD = re.compile(
    r"\b(?:ref(?:erence)?|application|vacancy|job|req(?:uisition)?|position|role|post"
    r"|advert|kennziffer|referenz(?:nummer)?|stellen-?nr)\b"
    r"(?:\s+(?:no|number|id|ref|code|reference))?\s*[.:#]*\s*\(?(?P<code>"
    + _CODE
    + r")",
    re.IGNORECASE,
)
# "2026-0147", "SINE-2026-14", "R-10442", "241-CA-0917": plain wherever they stand. A
# standard ("ISO-9001") and a day are none.
_PLAIN = re.compile(
    r"(?<![\w/.-])(?P<code>(?!(?:ISO|IEC|EN|DIN|BS|VDE|UN|PC|IP|COVID)\b)"
    r"(?:(?:19|20)\d\d[-/]\d{3,6}|[A-Z]{1,6}-(?:\d{2,4}[-/])?\d{2,6}"
    r"|\d{2,4}-[A-Z]{2,4}-\d{3,6}))(?![\w%]|[:.,/-]\d)"
)
_REPLY = re.compile(r"\s*(?:re|aw|antw|sv)\s?:", re.IGNORECASE)
_IN_SUBJECT = re.compile(rf"(?<![\w£$€.,:-])(?P<code>{_CODE})(?![\w%]|[:.,]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_FEWEST_DIGITS = 4
_NAME = r"(?P<name>[A-Z][\w&'\u2019-]*(?:\s(?:[A-Z&][\w&'\u2019-]*|of|and|the))*)"
_EARLIER = (
    re.compile(
        r"\b(?:formerly|previously|once|until\s(?:recently|yesterday|last\s\w+),?)"
        rf"\s(?:known\sas\s|called\s|the\s)?{_NAME}"
    ),
    re.compile(rf"\b(?:used\sto\sbe|were\sstill|now\spart\sof)\s(?:the\s)?{_NAME}"),
    re.compile(
        r"\b(?:d/?b/?a|t/a|o/a|trading\sas|doing\sbusiness\sas|operating\sas"
        rf"|(?:bit|arm)\sof)\s(?:the\s)?{_NAME}"
    ),
    re.compile(
        r"(?:\b(?:an?|is|are|the)\s(?:\w+\s){0,2}?|[|,\u2013-]\s|^)(?:division|brand"
        r"|[Pp]art|subsidiary|member|side|arm|wing|trading\s(?:name|style)|company)"
        rf"\sof\s(?:the\s)?{_NAME}",
        re.MULTILINE,
    ),
    re.compile(rf"\b(?:GmbH|KG|AG|Ltd|Limited|LLC|Inc|plc)\.?\s\({_NAME}\)"),
    re.compile(rf"{_NAME}\s(?:is|are)\s(?:now|becoming)\s"),
    re.compile(
        r"\b(?:is|are|we(?:'re|\shave)?)\s(?:now|becoming|changed\sour\sname\sto)\s"
        rf"(?:called\s|known\sas\s)?{_NAME}"
    ),
    re.compile(rf"\bFrom\stoday,?\s(?:[A-Z]\w+\s)+is\s{_NAME}"),
)


def references_in(text: str) -> tuple[str, ...]:
    """Return the reference numbers a text names; its first line is the subject.

    An answer that names some of its own is not about the number in its subject.
    """
    subject, _, body = text[:_MOST_CHARACTERS].partition("\n")
    spoken = [match["code"] for match in _TOLD.finditer(body)]
    spoken += [match["code"] for match in _PLAIN.finditer(body)]
    spoken = [code for code in spoken if _is_reference(code)]
    found = [match["code"] for match in _IN_SUBJECT.finditer(subject)]
    found += [match["code"] for match in _TOLD.finditer(subject)]
    found = spoken if spoken and _REPLY.match(subject) else [*found, *spoken]
    codes = (re.sub(r"[-/]", "", code).upper() for code in found if _is_reference(code))
    return tuple(dict.fromkeys(codes))[:_MOST]


def _is_reference(code: str) -> bool:
    digits = sum(letter.isdigit() for letter in code)
    return digits >= _FEWEST_DIGITS and not _YEAR.fullmatch(code)


def other_names_in(text: str) -> tuple[str, ...]:
    """Return the names a text says that somebody bore before, or bears from now on."""
    part = text[:_MOST_CHARACTERS]
    found = [match["name"] for row in _EARLIER for match in row.finditer(part)]
    return tuple(dict.fromkeys(name.strip() for name in found))[:_MOST]
