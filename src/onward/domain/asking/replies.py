"""What an answer to a request is: feedback, a time, a no, or no answer at all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo
from enum import StrEnum

from onward.domain.asking.policy import rule_against_feedback
from onward.domain.mail.details.times.moments import moments_in_text


class ReplyKind(StrEnum):
    """What an answer is."""

    FEEDBACK = "feedback"
    TIME = "time"
    DECLINED = "declined"
    OUT_OF_OFFICE = "out_of_office"
    BOUNCED = "bounced"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it came, and how much feedback was read in it.

    `points` is how many points there are; `seen` how many tell what they saw, for "ring
    me on Tuesday" may look like advice.
    """

    subject: str
    text: str
    sender: str
    sent_at: datetime | None
    points: int = 0
    seen: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """What an answer is; `agreed` is an offered time it takes, `proposed` others.

    One that holds feedback may take a time as well.
    """

    kind: ReplyKind
    agreed: datetime | None = None
    proposed: tuple[datetime, ...] = ()


_MACHINE = re.compile(r"^(?:mailer-daemon|postmaster|mail-daemon)\b", re.IGNORECASE)
_BOUNCED = re.compile(
    r"\b(?:undeliver(?:able|ed)|delivery (?:status notification|has failed"
    r"|failure|incomplete)|returned mail|mail delivery failed|failure notice"
    r"|could not be delivered|unzustellbar)\b",
    re.IGNORECASE,
)
_AWAY_SUBJECT = re.compile(
    r"\b(?:automatic reply|auto[- ]?reply|out of (?:the )?office|autoresponse"
    r"|abwesen\w*|on leave|on annual leave)\b",
    re.IGNORECASE,
)
_AWAY = re.compile(
    r"\b(?:i(?:'m| am)|we are) (?:currently )?(?:out of (?:the )?office|away"
    r"|on (?:annual |maternity |parental |sick )?leave|on holiday|not in the office)\b"
    r"|\bback (?:in the office )?on\b.{0,40}\b(?:urgent|in my absence)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLINED = re.compile(
    r"\b(?:not (?:able|in a position) to|unable to|can(?:no|')t) (?:\w+ ){0,4}?"
    r"(?:comment|go into|say (?:any )?more|discuss|elaborate|share)\b"
    r"|\b(?:nothing|no more|not much) (?:\w+ ){0,3}?(?:to add|i can add|to say)\b"
    r"|\bour policy\b",
    re.IGNORECASE,
)
_AGREES = re.compile(
    r"\b(?:works?|suits?|perfect|fine|great|good for me|happy to|let'?s (?:say|do|go)"
    r"|see you|speak (?:to you )?then|talk then|call me|ring me|yes|sure|of course"
    r"|i(?:'ll| will) (?:call|ring|be free)|confirm\w*|ok(?:ay)?"
    r"|free (?:on|then|at))\b",
    re.IGNORECASE,
)
_NOT_THEN = re.compile(
    r"\b(?:can(?:no|')t (?:do|make|manage)|not (?:free|available|possible)"
    r"|afraid (?:i|we)|busy|doesn'?t work|neither|instead)\b",
    re.IGNORECASE,
)


def reply_of(answer: Answer, offered: Sequence[datetime], zone: tzinfo) -> Reply:
    """Return what an answer is; machines are told from people first."""
    machine = _by_machine(answer)
    if machine is not None:
        return Reply(machine)
    timed = _timed(answer, offered, zone)
    if answer.seen or (answer.points and timed is None):
        agreed = timed.agreed if timed and _AGREES.search(answer.text) else None
        return Reply(ReplyKind.FEEDBACK, agreed=agreed)
    if timed is not None:
        return timed
    is_no = rule_against_feedback(answer.text) or _DECLINED.search(answer.text)
    return Reply(ReplyKind.DECLINED if is_no else ReplyKind.OTHER)


def _by_machine(answer: Answer) -> ReplyKind | None:
    local = answer.sender.partition("@")[0]
    if _MACHINE.match(local) or _BOUNCED.search(answer.subject):
        return ReplyKind.BOUNCED
    if _AWAY_SUBJECT.search(answer.subject) or _AWAY.search(answer.text):
        return ReplyKind.OUT_OF_OFFICE
    return None


def _timed(answer: Answer, offered: Sequence[datetime], zone: tzinfo) -> Reply | None:
    """Return the time an answer takes or proposes, or None where it names none."""
    named = moments_in_text(answer.text, answer.sent_at, zone)
    taken = [slot for slot in offered if slot in named]
    if not taken and len(offered) == 1 and not named and _AGREES.search(answer.text):
        taken = list(offered)
    refuses = _NOT_THEN.search(answer.text) is not None
    if len(taken) == 1 and not refuses:
        return Reply(ReplyKind.TIME, agreed=taken[0])
    others = tuple(moment for moment in named if moment not in offered)
    if others or (taken and _AGREES.search(answer.text)):
        return Reply(ReplyKind.TIME, proposed=others)
    return None
