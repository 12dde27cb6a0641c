"""Finds in a message's words what matters for where it is filed."""

import re

from onward.domain.mail.linking.clue import Sign
from onward.domain.mail.message import ParsedMail
from onward.domain.mail.parsing.thread import is_forward
from onward.domain.mail.verdict import Reading

_MOST_CHARACTERS = 6_000
_APPLIES = re.compile(
    r"\b(?:i(?:'d| would| am|'m)?\s(?:like|wish|want|writing|keen|hoping)?\s?(?:to\s)?"
    r"apply(?:ing)?\b|my\sapplication\sfor|(?:my|attached|enclosed|find)\s(?:\w+\s){0,3}"
    r"(?:cv|r[eé]sum[eé])\b|application\sfor\s(?:the\s)?(?:post|role|position|job)"
    r"|cv\sattached|bewerbe\s(?:ich\s)?mich|meine\sbewerbung\s(?:als|um|für)"
    r"|apply\sfor\s(?:the|your)|interested\sin\s(?:the|your)\s(?:\w+\s){0,4}"
    r"(?:role|job|post|position|vacancy))",
    re.IGNORECASE,
)
_WITHDRAWS = re.compile(
    r"\bwithdraw(?:ing|n)?\b|\bno\slonger\s(?:wish|want)\sto\sbe\sconsidered"
    r"|\b(?:taken|accepted|signed\sfor)\s(?:an?(?:other)?|a\sdifferent)\s"
    r"(?:\w+\s)?(?:offer|role|job|position|post)|\btake\s(?:me|my\s\w+)\sout\sof"
    r"|\bziehe\s(?:ich\s)?meine\sbewerbung\szur(?:ü|ue)ck|\bpull(?:ing)?\sout\sof\sthe"
    r"|\bremove\smy\sapplication",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\bnot\s(?:currently\s|really\s|actively\s)?(?:looking|interested|for\sme|the\sright"
    r"|a\sfit)|\bno,?\sthank(?:s|\syou)|\bthank(?:s|\syou)\sfor\s(?:thinking|contacting"
    r"|asking|getting|reaching|considering|your|the)\b[^.!?\n]{0,40}\sbut\b|\bthanks,?\sbut\sno\b|\bi(?:'ll|\swill)\spass\b|\bpass\son\sthis"
    r"|\b(?:won't|will\snot|wouldn't|not\sgoing\sto)\s(?:be\sapplying|apply|pursue)\b"
    r"|\bplease\s(?:remove|take)\sme\b|\bhappy\s(?:where|in\smy)|\bkein\sinteresse",
    re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"\b(?:both|two|three|either|these|all)\s(?:\w+\s){0,3}(?:roles?|positions?|posts?"
    r"|vacanc(?:y|ies)|jobs?|applications?)\b|\byour\sapplications\b"
    r"|\b(?:roles|positions|posts|vacancies)\sof\b|\bas\swell\sas\s(?:the|for)\b"
    r"|\bbeide[nr]?\sstellen\b",
    re.IGNORECASE,
)
_OPTIONS = re.compile(
    r"\b(?:which|whichever|any|one|either)\s(?:\w+\s){0,3}(?:of\s(?:these|the|those)|slots?"
    r"|times?|dates?|suits?|works?)\b|\blet\s(?:me|us)\sknow\s(?:which|what|if\seither)"
    r"|\b(?:available|possible|following|alternative)\s(?:slots?|times?|dates?)\b"
    r"|\bslots?\s(?:available|free|below)\b|\bcould\soffer\syou\b|\bor\sif\sthat\s"
    r"|\bwelche[rs]?\s(?:termin|zeit)",
    re.IGNORECASE,
)
# A key to a portal is about no application of its own.
_ACCOUNT = re.compile(
    r"\b(?:reset\w*|forgot\w*|chang\w+|new|set up|create)\s(?:\w+\s){0,2}password"
    r"|\bpassword\s(?:has\sbeen\s|was\s)?(?:reset|changed)"
    r"|\b(?:verify|confirm|activate)\s(?:your|this)\s(?:e-?mail|account)"
    r"|\b(?:one-time|verification|security|log-?in)\s(?:code|passcode)"
    r"|\bpasswort\s(?:zurück\w*|vergessen|ändern)|\bkonto\s(?:bestätigen|aktivieren)",
    re.IGNORECASE,
)
_BEGINNING = 400
_PASSED_ON = re.compile(r"\s*-{2,}\s*(?:Forwarded|Weitergeleitete)\b", re.IGNORECASE)


def signs_of(parsed: ParsedMail, reading: Reading, *, own: bool) -> frozenset[Sign]:
    """Return what a message's words say besides its meaning."""
    text = reading.shown_text[:_MOST_CHARACTERS]
    body = text.partition("\n")[2]
    told = {
        Sign.APPLIES: own and _APPLIES.search(text),
        Sign.WITHDRAWS: own and _WITHDRAWS.search(text),
        Sign.DECLINES: own and _DECLINES.search(text),
        Sign.SEVERAL: _SEVERAL.search(text),
        Sign.OPTIONS: len(reading.details.meets_at) > 1 and _OPTIONS.search(text),
        Sign.BULK: parsed.is_bulk,
        Sign.ACCOUNT: not own and _ACCOUNT.search(text[:_BEGINNING]),
        Sign.FORWARDED: is_forward(parsed.subject) or _PASSED_ON.match(body),
    }
    return frozenset(sign for sign, holds in told.items() if holds)
