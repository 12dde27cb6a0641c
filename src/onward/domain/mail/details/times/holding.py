"""Tells which days and times a text names are those of a talk to come."""

import re
from enum import Enum, auto

# A sentence is looked back on no further than this.
_LOOK_BACK = 140
_SENTENCE = re.compile(r"(?:[!?]|(?<![ap]\.m)(?<!\d)\.)\s|\n\s*\n|\n")
_ITEM = re.compile(r"[ \t]*[>*\u2022-]")
_OPEN_END = re.compile(
    r"\b(?:by|on|at|for|from|before|until|till|the|or|and|to|bis|am|um)\s*$",
    re.IGNORECASE,
)
# A line shorter than this ends a sentence; longer ones were wrapped by a mail program.
_SHORT_LINE = 44
_FILL = (
    r"(?:the|end|close|of|play|business|day|noon|midday|lunchtime|on|at|next|this|coming"
    r"|latest|spätestens|zum|am|first|thing|\w{3,6}day"
    r"|\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?|hrs|uhr|o['\u2019]clock)?)"
)
_BY = re.compile(
    r"\b(?:by|before|until|till|bis|no later than|after|deadline(?: is| of)?"
    r"|closing date(?: is)?|clos(?:es?|ing)(?: on| at)?|expires?(?: on| at)?)\s?:?\s*"
    rf"(?:{_FILL}[\s,]{{1,2}}){{0,5}}$",
    re.IGNORECASE,
)
_COMING = re.compile(
    r"\b(?:arriv\w+|be (?:here|there|at|with|in|on)|here|get (?:here|there|in)|come"
    r"|reach|report(?: to)?|sign in|check in|join|turn up|present yourself"
    r"|dial in|log (?:on|in)|slated|fixed|scheduled|interview is)\b",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"\b(?:confirm|let (?:me|us|\w+) know|repl(?:y|ies)|respond|rsvp|get back|tell"
    r"|accept|decline|return|send|submit|upload|complete|e-?mail|text|hear(?: from)?"
    r"|choose|pick|book|decide|decision|take no action|need your)\b",
    re.IGNORECASE,
)
_OLD = re.compile(
    r"\b(?:(?:instead of|rather than|not|was|were|originally|previously|out of|dated"
    r"|no longer (?:do|make|offer|manage)|(?:ignore|disregard|cancel)\b[^.\n]{0,60}"
    r"|(?:earlier|previous|old|original) (?:invitation|time|slot|appointment|date)"
    r"(?: (?:for|of|on))?|apart from|except(?: for| on)?|other than"
    r"|can(?:['\u2019]?t|not) (?:do|make)"
    r"|(?:letter|e-?mail|message|call|conversation) of|generated(?: on)?"
    r"|any\s?time|received(?: on)?|(?:applied|sent|posted|met|spoke|decided|saw you"
    r"|talked)(?: on)?|sent:|updated(?: on| at)?|printed(?: on)?|issued(?: on)?"
    r"|(?:week|w)[ /]?(?:commencing|beginning|ending|starting|c|b|of))"
    r"\s*(?:the\s|on\s|for\s|at\s)?"
    r"|(?:old|previous(?:ly)?|original|former)(?:\s(?:time|date|slot))?\s?:\s*"
    r"(?:\w+[,.]*\s)?)$",
    re.IGNORECASE,
)
# "Further to our call on Friday".
_BEHIND_US = re.compile(
    r"\b(?:further to|following|since|thank(?:s| you) for)\b[^.,\n]{0,50}$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom\s*(?:the\s)?$", re.IGNORECASE)
_MOVING = re.compile(
    r"\b(?:mov(?:ed|e|ing)|chang(?:ed|e|ing)|(?:brought|bring)\sforward|shift\w*"
    r"|put\s(?:it\s|you\s|this\s)?back|push(?:ed|ing)?|bump\w*|slid\w*"
    r"|reschedul\w+|switch\w*"
    r"|swap\w*)\b",
    re.IGNORECASE,
)
_START_OR_DECISION = re.compile(
    r"\b(?:start date|(?:you(?:['\u2019]d)?|could|would|to|can|role|job|post) start"
    r"(?:ing)?(?: work)?)(?: of| is)?[:\s]{1,2}(?:on\s|from\s)?$"
    # "Anna plans to ring all four on Monday".
    r"|\b(?:plans?|hopes?|aims?|expects?|means?|will) to (?:ring|call|phone|tell"
    r"|telephone|write to) (?:all|every\w*|both|each)\b[^.\n]{0,40}$"
    r"|\b(?:we|I)(?: will|['\u2019]ll| hope to| aim to| expect to)?\s(?:then )?"
    r"(?:decide|be in touch|be making|make (?:a|our) decision|tell everyone"
    r"|come back to you"
    r"|let you know"
    r"|telephone everybody|notify)\b[^.\n]{0,40}$",
    re.IGNORECASE,
)
_PREPARING = re.compile(
    r"\b(?:(?:I|we)(?: will|['\u2019]ll)|let['\u2019]s)\s(?:call|ring|phone|speak|catch"
    r" up|give you a (?:call|ring|bell))\b[^.\n]{0,80}"
    r"\b(?:prep|prepare|brief|beforehand|run through|go over|see how|debrief)\b",
    re.IGNORECASE,
)
_PREP_CALL = re.compile(
    r"\b(?:prep|preparation|briefing) (?:call|chat|session|talk)\b", re.IGNORECASE
)
_OTHER_HOURS = re.compile(
    r"\b(?:leaves?(?: at)?|departs?(?: at)?|shift (?:is|runs)(?: from| at)?|shifts"
    r"|(?:opening|office|working) hours(?: are)?"
    r"|(?:clos(?:e|es|ed)|shuts?)(?: again)?(?: at| from| by)?"
    r"|viewing is|check[- ]?out(?: is)?(?: at| by)?"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days(?: at| from)?"
    r"|open(?:s|\sfrom|\sat)(?:\s(?:from|at))?|monitored|lines are open"
    r"|(?:train|bus|coach|ferry|flight|service"
    r"|(?<!in\smy\s)(?<!in\shis\s)(?<!in\sher\s)(?<!over\s)(?:lunch|break))"
    r"(?: is)?(?: at| from)"
    r"|any\s?time (?:between|from|after)|contact \w+ (?:between|from))[\s:]*$",
    re.IGNORECASE,
)
# "Your flight lands at 10.20", "a staff bus leaves the market by 6.15".
_TRAVEL = re.compile(
    r"\b(?:flights?|trains?|bus(?:es)?|coach(?:es)?|ferry|ferries|shuttles?|minibus)\s"
    r"(?:(?!\b(?:be|you|come|interview)\b)[^.,;:\n]){0,30}\b(?:at|by|from|is)\s$",
    re.IGNORECASE,
)
# "Your 10.30 becomes 11".
_REPLACED = re.compile(
    r"\s(?:slot |appointment |interview )?(?:becomes|is now|moves to|changes to"
    r"|has become)\s\d",
    re.IGNORECASE,
)
# "The 9.12 from Leeds".
_THE = re.compile(r"\bthe\s$", re.IGNORECASE)
_JOURNEY = re.compile(r"\s(?:from|to|train|bus|ferry|flight|coach|service)\b")
_ARRIVAL = re.compile(
    r"\b(?:arriv\w+(?:\s(?:at|from|for|by|time))?|(?:arriv\w+|report)\b[^.\n]{0,40}\bat"
    r"|log\s(?:on|in)(?:\s(?:at|from))?|doors(?:\sopen)?(?:\sat)?"
    r"|sign(?:ing)?[ -]in(?:\s(?:at|from|by))?"
    r"|regist(?:er|ration)(?:\s(?:at|from|is)){0,2})\s?:?\s*$",
    re.IGNORECASE,
)
_OPEN_RANGE = re.compile(r"until|till|bis|after|clos|dead|expire", re.IGNORECASE)
# "18th August by 10am" is said for "at 10am" in Nigeria and India.
_DAY_ENDS = re.compile(
    r"(?:20\d\d|day|\d(?:st|nd|rd|th)|\d(?:st|nd|rd|th)? [A-Z][a-z]{2,8})[\s,)]*$"
)
# "9.50 for a 10.00 start".
_FOR_TIME = re.compile(
    r"\s?(?:ready )?for\s(?:an?\s)?\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b|\sstart)",
    re.IGNORECASE,
)
_END = re.compile(
    r"\b(?:end(?:s|ing)?(?:\stime)?|finish(?:es|ing|ed)?)"
    r"(?:\s(?:at|by|before|around|about))?\s?:?\s*$",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"(?:(?!\b(?:if|unless|should|or|whether|when|once|after|until)\b)"
    r"[^.\n]){0,40}\b(?:no longer(?! than)"
    r"|ha(?:s|ve) (?:now )?(?:gone(?=\s?[.,;!])|been taken)|went(?=\s?[.,;!])"
    r"|(?:is|are|will) not (?:possible|available)|is (?:off|cancelled)"
    r"|(?:will|shall) not (?:sit|take place|go ahead|happen|be held)"
    r"|(?:but |and )?(?:it|that|this)(?:['\u2019]s| has| is)? (?:now )?"
    r"(?:went|gone|taken|been taken)"
    r"|won['\u2019]t work"
    r"|ha(?:s|ve|d) (?:now )?(?:had to |to )?(?:be(?:en)? )?(?:moved?|changed?"
    r"|cancel\w+|reschedul\w+|postpone\w*|fallen)"
    r"|(?:need|going|got) to (?:move|reschedule|cancel|postpone)"
    r" (?:it|this|that|your))\b",
    re.IGNORECASE,
)
_TOLD_ONCE = re.compile(
    r"\b(?:wrote|said|told|offered|offering|arranged|agreed|booked)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_PUT_OFF = re.compile(
    r"\b(?:ha(?:ve|s|d) (?:had )?to (?:move|change|cancel|reschedule|postpone)"
    r"|ha(?:ve|s) (?:been )?(?:moved|changed|cancelled|rescheduled|postponed)"
    r"|no longer (?:possible|available)|will now (?:take|be)"
    r"|can(?:['\u2019]t|not) make)\b",
    re.IGNORECASE,
)
# "First it was Friday at 4, then Monday at 1; now could it be".
_ONCE_SAID = re.compile(
    r"\b(?:we|I|it|they) (?:had |first )?(?:said|was|were)\b[^.\n]{0,60}$",
    re.IGNORECASE,
)
_NOW_SAID = re.compile(
    r"\b(?:then (?:I|we) (?:moved|changed)|now (?:could|can|would|it|we|I)\b|forget\b"
    r"|scrap\b|back to\b)",
    re.IGNORECASE,
)
# "If you get through that there's a trial shift on the Monday".
_IF_THROUGH = re.compile(
    r"\bif (?:you(?:['\u2019]re| are)?|all|it|that|this) (?:get through|successful|pass"
    r"|selected|go(?:es)? (?:well|ok(?:ay)?|through)|do well|chosen)\b[^.\n]{0,80}$",
    re.IGNORECASE,
)
# "Instead of 11.15-12.30 on Tuesday" takes the day back with its time.
_TIME_AND_ON = re.compile(
    r"(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m)?\s?(?:-|\u2013|to)\s?)?"
    r"\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m)?\s(?:on\s)?$",
    re.IGNORECASE,
)
_NO_DAY = (_END, _IF_THROUGH, _START_OR_DECISION, _BEHIND_US, _PREP_CALL)
_NO_TALK = (_END, _OLD, _OTHER_HOURS, _TRAVEL)
_SOON = 260
_TURN = 70


class Holds(Enum):
    """Whether a day or time is that of a talk: of being there before it, or of none."""

    TALK = auto()
    ARRIVAL = auto()
    NONE = auto()


def sentence_before(text: str, place: int) -> str:
    """Return what stands before a place in its sentence or line."""
    first = max(0, place - _LOOK_BACK)
    start = first
    for border in _SENTENCE.finditer(text, first, place):
        if border[0] != "\n" or _ends_line(text, border.start()):
            start = border.end()
    return text[start:place]


def _ends_line(text: str, place: int) -> bool:
    if _ITEM.match(text, place + 1):
        return True
    line = text.rfind("\n", 0, place) + 1
    return place - line <= _SHORT_LINE and not _OPEN_END.search(text, line, place)


def day_holds(text: str, start: int, end: int) -> bool:
    """Tell whether a day can be that of a talk, by what stands around it."""
    said = sentence_before(text, start)
    if any(row.search(said) for row in _NO_DAY) or _is_old(said) or _is_latest(said):
        return False
    if _FROM.search(said) and _MOVING.search(said):
        return False
    if _PREPARING.search(said + text[start : end + 60]):
        return False
    return not _is_put_off(said, text[end : end + _SOON])


def _is_put_off(said: str, after: str) -> bool:
    """Tell whether a day was told before and what follows takes it back."""
    if _ONCE_SAID.search(said) and _NOW_SAID.search(after):
        return True
    return _TOLD_ONCE.search(said) is not None and _PUT_OFF.search(after) is not None


def _is_old(said: str) -> bool:
    return bool(_OLD.search(said) or _OLD.search(_TIME_AND_ON.sub("", said)))


def hour_holds(text: str, start: int, end: int) -> Holds:
    """Tell what a time of day is that of, by what stands around it."""
    said = sentence_before(text, start)
    is_journey = _THE.search(said) and _JOURNEY.match(text, end)
    is_other = is_journey or _REPLACED.match(text, end)
    if is_other or any(row.search(said) for row in _NO_TALK):
        return Holds.NONE
    if _FROM.search(said) and _MOVING.search(said[-_TURN:]):
        return Holds.NONE
    if latest := _BY.search(said):
        is_coming = _COMING.search(said) or _DAY_ENDS.search(said[: latest.start()])
        is_answer = _ANSWER.search(said) or _OPEN_RANGE.match(latest[0])
        return Holds.ARRIVAL if is_coming and not is_answer else Holds.NONE
    is_before = _ARRIVAL.search(said) or _FOR_TIME.match(text, end)
    return Holds.ARRIVAL if is_before else Holds.TALK


def is_gone(text: str, end: int) -> bool:
    """Tell whether the words behind a day and its time take them back."""
    return _GONE.match(text, end, end + _TURN) is not None


def _is_latest(said: str) -> bool:
    return _BY.search(said) is not None and (
        not _COMING.search(said) or _ANSWER.search(said) is not None
    )
