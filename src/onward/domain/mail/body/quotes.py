"""Finds where the words of an earlier mail begin, as mail programs mark them."""

import re
from collections.abc import Sequence
from enum import StrEnum

# "On 3 May 2026, Jo Lund wrote:", by its first word and its verb.
_OPENERS = (
    *("on ", "am ", "le ", "el ", "il ", "op ", "em ", "den ", "dne ", "dnia ", "på "),
    *("a ", "no dia ", "vào ", "pada ", "w dniu ", "v ", "dňa ", "il giorno ", "în "),
    *("mon", "tue", "wed", "thu", "fri", "sat", "sun", "die ", "der ", "date: "),
)
_VERBS = (
    *("wrote", "writes", "schrieb", "a écrit", "ecrit", "escribió", "escribio"),
    *("ha scritto", "scrive", "schreef", "escreveu", "skrev", "napisał", "napsal"),
    *(
        "kirjoitti",
        "написал",
        "пишет",
        "пише",
        "írta",
        "yazd\u0131",
        "a scris",
        "đã viết",
    ),
    *("写道", "寫道", "のメール", "님이 작성", "έγραψε", "menulis", "va escriure"),
)
# "2026-05-03 10:00 GMT+02:00 Jo Lund <jo@post>:", which says no verb.
_DATED_WRITER = re.compile(r"\d[\d/.-]{5,9} .{0,80}<[^<>\s]+@[^<>\s]+>:$")
_DIGIT_OR_ADDRESS = re.compile(r"\d|@")
_LONGEST_LEAD = 400
_MOST_LEAD_LINES = 4

_FROM = frozenset(
    {
        *("from", "von", "de", "da", "van", "från", "fra", "od", "от", "lähettäjä"),
        *("feladó", "gönderen", "発信者", "差出人", "发件人", "寄件者", "보낸 사람"),
    }
)
_OTHERS = frozenset(
    {
        *("sent", "date", "to", "cc", "subject", "reply-to", "importance"),
        *("gesendet", "datum", "an", "betreff", "kopie", "envoyé", "à", "objet"),
        *("enviado", "fecha", "para", "asunto", "data", "assunto", "enviada"),
        *("inviato", "a", "oggetto", "verzonden", "aan", "onderwerp", "skickat"),
        *("till", "ämne", "sendt", "til", "emne", "dato", "wysłano", "do", "temat"),
        *("отправлено", "кому", "тема", "дата", "odesláno", "komu", "předmět"),
        *("发送时间", "收件人", "主题", "日期", "送信日時", "宛先", "件名", "抄送"),
    }
)
_TIME = re.compile(
    r"[^:]{1,24}:[ *\t]*\d{1,2}(?:[:.h]\d\d|\s?[ap]\.?m)\b", re.IGNORECASE
)
_BLOCK_LINES = 8
_LONGEST_LABEL = 24
_WIDE_COLON = "\uff1a"

_FORWARDS = (
    *("forwarded message", "begin forwarded message", "weitergeleitete nachricht"),
    *("anfang der weitergeleiteten", "message transféré", "début du message transf"),
    *("mensaje reenviado", "messaggio inoltrato", "doorgestuurd bericht"),
    *("mensagem encaminhada", "vidarebefordrat meddelande", "forwarded by"),
    *("videresendt", "пересылаемое сообщение", "forwarded mail"),
)
_ORIGINALS = (
    *("original message", "originalnachricht", "ursprüngliche nachricht"),
    *("message d'origine", "message d\u2019origine", "mensaje original"),
    *("messaggio originale", "oorspronkelijk bericht", "mensagem original"),
    *("ursprungligt meddelande", "oprindelig meddelelse", "original appointment"),
    *("oryginalna wiadomość", "исходное сообщение", "reply above this line"),
    *("ursprünglicher termin", "please type your reply above"),
)
_RULES = "-_=*# \t"
_MARK_ENDS = _RULES + ":"
_LONGEST_MARK = 90


class Mark(StrEnum):
    """What a line between two mails announces."""

    NONE = ""
    FORWARD = "forward"
    ORIGINAL = "original"


# A list seldom has more items than this, a mail quoted whole has more lines.
_MOST_BULLETS = 12
_BULLET = re.compile(r">>+ ?[^\s>]")
_MARKS = frozenset("-_=*#")


def is_marked(line: str) -> bool:
    """Tell whether a line can be anything but words; that most cannot is soon seen."""
    if ":" in line or ">" in line or "wrote" in line or _WIDE_COLON in line:
        return True
    said = line.strip()
    return said[:1] in _MARKS or said[-1:] in _MARKS


def is_quoted(line: str) -> bool:
    """Tell whether a line is marked as one of an earlier mail."""
    return ">" in line and line.lstrip()[:1] == ">"


def is_bulleted(lines: Sequence[str]) -> bool:
    """Tell whether ">>" stands before items of a list, in a mail that quotes nothing.

    A mail answered twice has lines with one sign, or says who wrote.
    """
    marked = [line.lstrip() for line in lines if is_quoted(line)]
    if not 0 < len(marked) <= _MOST_BULLETS:
        return False
    return all(_BULLET.match(line) for line in marked)


def mark_in(line: str) -> Mark:
    """Return whether a line says that a mail follows, passed on or answered.

    Such lines stand between dashes or alone with a colon.
    """
    if len(line) > _LONGEST_MARK:
        return Mark.NONE
    said = line.strip()
    if not said or not (said[0] in _RULES or said[-1] in _MARK_ENDS):
        return Mark.NONE
    bare = said.strip(_RULES).lower()
    if bare.startswith(_FORWARDS):
        return Mark.FORWARD
    return Mark.ORIGINAL if bare.startswith(_ORIGINALS) else Mark.NONE


def lead_before(lines: Sequence[str], place: int) -> int:
    """Return how many lines up to this one say "On ... wrote:"; 0 when they do not."""
    line = lines[place].rstrip()
    if line[-1:] not in (":", _WIDE_COLON) and "wrote" not in line[-12:]:
        return 0
    if _DATED_WRITER.match(line) and is_quoted("".join(lines[place + 1 : place + 2])):
        return 1
    said, lead = "", 0
    for count in range(1, min(_MOST_LEAD_LINES, place + 1) + 1):
        part = lines[place - count + 1].strip(" *")
        said = f"{part} {said}".lower()
        if not part or len(said) > _LONGEST_LEAD:
            break
        if not any(verb in said for verb in _VERBS):
            continue
        if said.startswith(_OPENERS) and _DIGIT_OR_ADDRESS.search(part):
            return count
        if not lead and _names_a_writer(said):
            lead = count
    return lead


def _names_a_writer(said: str) -> bool:
    """Tell whether "2026/5/3 Jo <jo@x>" or "Jo <jo@x> wrote:" is said."""
    return said[:1].isdigit() or "@" in said


def header_block_at(lines: Sequence[str], place: int) -> int:
    """Return how many lines of "From: ... Sent: ... Subject:" start here; 0 if none."""
    line = lines[place]
    if ":" not in line and _WIDE_COLON not in line:
        return 0
    if _label(line) not in _FROM or _TIME.match(line):
        return 0
    seen: set[str] = set()
    last = place
    for at in range(place + 1, min(place + _BLOCK_LINES, len(lines))):
        label = _label(lines[at])
        if label in _OTHERS:
            seen.add(label)
            last = at
        elif not lines[at].strip() and len(seen) > 1:
            break
    return last - place + 1 if len(seen) > 1 else 0


def _label(line: str) -> str:
    label, colon, _ = line.partition(":")
    if not colon:
        label, colon, _ = line.partition(_WIDE_COLON)
    if not colon or len(label) > _LONGEST_LABEL:
        return ""
    return label.strip(" *_").lower()
