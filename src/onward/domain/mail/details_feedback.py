"""Finds what a message says about why, how far, and feedback given or offered."""

import re
from collections.abc import Sequence

from onward.domain.mail.meaning_words import Sentence
from onward.domain.mail.verdict import Passage

_FEEDBACK = r"(?:feedback|pointers|comments|notes)"
_TALK = r"(?:talk|chat|go|run|walk)(?:ing)?(?:\s\S+){0,4}\s(?:through|over|about)|(?:why|how)\s(?:you|it|things)\s(?:did|went|came)"
_OFFERS = re.compile(
    rf"\b(?:happy|glad|pleased|welcome|delighted|able|willing|gladly|free)\b[^.!?]{{0,60}}\b(?:{_FEEDBACK}|{_TALK})"
    rf"|\bif\s(?:you|it)(?:['’]d|\swould|\swant|\swish|\sneed|\slike|\shelps?)?\b[^.!?]{{0,60}}\b(?:{_FEEDBACK}|{_TALK})"
    rf"|\b{_FEEDBACK}\b[^.!?]{{0,40}}\b(?:available|on\srequest|upon\srequest|by\srequest|just\s(?:ask|reply|say|ring|call)|if\syou|let\s(?:me|us)\sknow|can\sbe\s(?:given|provided|had|requested|obtained))"
    rf"|\b(?:request|ask\s(?:me\s|us\s)?for|would\syou\slike|want|like\ssome|arrange|offer\s(?:you\s)?)\s(?:\S+\s){{0,4}}{_FEEDBACK}"
    rf"|\b(?:ring|call|phone|email|drop|reply|text|message|give)\b[^.!?]{{0,40}}\b(?:for|if\syou[^.!?]{{0,20}})\s(?:\S+\s){{0,3}}{_FEEDBACK}"
    rf"|\b(?:will|['’]ll|shall|going\sto)\s(?:\S+\s){{0,4}}(?:send|share|email|give|provide|post|write|ring)\b[^.!?]{{0,40}}\b{_FEEDBACK}",
    re.IGNORECASE,
)
_REFUSES = re.compile(
    r"\b(?:unable|not\s(?:able|possible|in\sa\sposition)|cannot|can['’]?t|won['’]?t|don['’]?t|do\snot"
    r"|never|no\slonger|regret|unfortunately|impossible|isn['’]?t|are\snot|aren['’]t|only\sto)\b"
    rf"[^.!?]{{0,70}}\b{_FEEDBACK}|\bno\s(?:individual\s|further\s)?{_FEEDBACK}"
    rf"|\b{_FEEDBACK}\b[^.!?]{{0,30}}\b(?:about|on)\s(?:our|the\s(?:process|survey|website))|survey|your\sfeedback",
    re.IGNORECASE,
)
_GIVES = re.compile(
    r"\byour\s(?:\S+\s){0,3}?(?:answers?|examples?|presentation|lesson|portfolio|case\sstudy|task|test|score"
    r"|technique|knowledge|interview|responses?|experience|understanding|pitch|sample|solution|code|cv"
    r"|statement|letter|demo|session|knife|plating|driving|manner|questions|work|enthusiasm|energy)\s(?:\S+\s){0,6}?"
    r"(?:was|were|is|could|lacked|needed|stood|showed|scored|came|let|felt|did|didn['’]?t|gave|made|seemed|had|read|ran)\b"
    r"|\byou\s(?:\S+\s){0,3}?(?:scored|came\sacross|lacked|rushed|struggled|showed|demonstrated|spoke|explained|answered"
    r"|talked|didn['’]?t|did\snot|were\s(?:strong|weaker|clear|nervous|quiet|warm|well|very|a\sbit|less)|could\shave|gave"
    r"|handled|seemed|missed|need(?:ed)?\sto|might\s(?:want|work)|would\sbenefit|tended|forgot|skipped|froze|knew|kept|stuck)\b"
    r"|\b(?:we|i|the\spanel|they|team)\s(?:\S+\s){0,2}?(?:felt|thought|liked|loved|noticed|wanted|would\shave\sliked|were\slooking|missed|marked|found|noted)\s"
    r"(?:\S+\s){0,4}?(?:you|your)\b"
    r"|\b(?:next\stime|for\snext\stime|one\sthing|advice|tip|area\sto|work\son|improve)\b[^.!?]*\b(?:you|your)\b"
    r"|\b\d+\s(?:out\sof|/)\s?\d+\b",
    re.IGNORECASE,
)
_STOCK = re.compile(
    r"\byour\s(?:interest|time|application\swas\s(?:not|un)|details|cv\son|search|future|patience)"
    r"|\b(?:best|luck|success|wish|thank)\b[^.!?]{0,40}\b(?:you|your)"
    r"|\byou\s(?:were|have|had)\s(?:not|un)|however\sgood|we\sfelt\s(?:that\s)?(?:\S+\s){0,3}other"
    r"|did\snot\s(?:meet|make)|impressed\s(?:by|with)\syour\s(?:background|experience|skills)|\bif\syou",
    re.IGNORECASE,
)
_WHY = re.compile(
    r"\b(?:because|as\s(?:we|the|you|your|they|it|there)|since\s(?:we|the|you|they)|due\sto|owing\sto|the\sreason"
    r"|down\sto|in\sthe\send|on\sthis\soccasion\swe|on\sgrounds)\b"
    r"|\b(?:filled|frozen|on\shold|withdrawn|budget|freeze|restructur\w*|internal\s(?:candidate|applicant)|cancelled|funding)\b"
    r"|\b(?:more|stronger|greater|longer|direct|closer|specific)\s(?:\S+\s){0,3}(?:experience|match|fit|background|qualified|skills|aligned)"
    r"|\b(?:already|with\s(?:a|an|the|more)|who|whose)\s(?:\S+\s){0,4}(?:experience|licen[cs]e|ticket|qualification|trained|background|done|knows|lives|speaks|worked)"
    r"|\b(?:lack(?:ed|s)?|didn['’]?t\shave|do(?:es)?\snot\shave|don['’]?t\shave|not\senough|too\s(?:far|few|little|junior|senior|much)|overqualified|needed\ssomeone|looking\sfor\ssomeone|right\sto\swork|visa|scored|threshold|pass\smark)\b",
    re.IGNORECASE,
)
_STAGES = (
    ("offer", r"\b(?:withdraw\w*|rescind\w*|revok\w*)\s(?:\S+\s){0,4}offer|offer\s(?:\S+\s){0,4}(?:withdrawn|rescinded)"),
    ("final", r"\bfinal[-\s](?:stage|round|interview|two|three|panel|shortlist)|last\stwo|down\sto\stwo|two\sof\syou"),
    ("later", r"\b(?:second|third|2nd|3rd)\s(?:\S+\s)?(?:interview|round|stage|meeting)|next\sround\sof\sinterviews"),
    ("screen", r"\b(?:phone|telephone|screening|initial|recruiter)\s(?:\S+\s)?(?:call|screen|interview|chat|conversation)|spoke\son\sthe\sphone"),
    ("first", r"\b(?:after|following|at|from|since|for|during)\s(?:your|the|our|last|yesterday\S*)\s?(?:\S+\s){0,3}(?:interview|meeting|visit|trial|chat|conversation|panel|day|lesson)"
              r"|\b(?:coming|came|come)\s(?:in|along|to\s(?:see|meet|interview|the))|\binterview(?:ed|ing)\b|meeting\s(?:you|with\sus|me|the\steam)"
              r"|\byour\s(?:interview|trial|audition|presentation|lesson)\b|good\sto\smeet|lovely\sto\smeet|enjoyed\s(?:meeting|talking|our)"),
    ("application", r"\bshortlist\w*|\b(?:your|review\w*|all|considered|read)\s(?:\S+\s){0,3}(?:application|cv|resume|form|letter)"
                    r"|to\sinterview|for\sinterview|appl(?:ied|ying|ication|y)"),
)  # fmt: skip


def feedback_offered_in(text: str, sentences: Sequence[Sentence]) -> Passage | None:
    """Return the first passage that offers feedback still to come."""
    for sentence in sentences:
        said = text[sentence.start : sentence.end]
        if _OFFERS.search(said) and not _REFUSES.search(said):
            return passage(text, sentence.start, sentence.end)
    return None


def feedback_given_in(text: str, sentences: Sequence[Sentence]) -> Passage | None:
    """Return the stretch that says something of this person's own showing."""
    body = text.find("\n") + 1
    telling = [
        sentence
        for sentence in sentences
        if sentence.start >= body and _tells(text[sentence.start : sentence.end])
    ]
    if not telling:
        return None
    return passage(text, telling[0].start, _run_end(text, telling))


def _tells(said: str) -> bool:
    return bool(_GIVES.search(said)) and not _STOCK.search(said)


def _run_end(text: str, telling: Sequence[Sentence]) -> int:
    """Follow sentences that stand next to each other."""
    end = telling[0].end
    for sentence in telling[1:]:
        if text[end : sentence.start].strip():
            break
        end = sentence.end
    return end


def reason_in(text: str, sentences: Sequence[Sentence]) -> Passage | None:
    """Return the first passage that says why it ended."""
    body = text.find("\n") + 1
    for sentence in sentences:
        if sentence.start >= body and _WHY.search(text[sentence.start : sentence.end]):
            return passage(text, sentence.start, sentence.end)
    return None


def stage_in(text: str) -> str:
    """Return how far the application had come, by the furthest stage spoken of."""
    for stage, pattern in _STAGES:
        if re.search(pattern, text, re.IGNORECASE):
            return stage
    return ""


def passage(text: str, start: int, end: int) -> Passage:
    """Return words of the text, verbatim."""
    return Passage(text[start:end], start, end)
