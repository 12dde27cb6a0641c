"""Says what a careful reader would make of the made-up search, to compare with."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Any

from onward.demo.dates import day_of, moment_of
from onward.demo.sources import letters

_ZONE = "Europe/London"


@dataclass(frozen=True, slots=True)
class MailTruth:
    """What one message means, and for which applications.

    `meanings` names the applications it speaks of; a letter about two roles may mean
    something else for each. It is empty for mail that belongs to no application.
    """

    label: str
    meanings: Mapping[str, str]
    feedback_given: bool
    feedback_offered: bool
    is_own: bool


@dataclass(frozen=True, slots=True)
class RoundTruth:
    """One interview; `at` is None where the letters name no hour."""

    on: date
    at: datetime | None
    how: str
    panel: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ApplicationTruth:
    """How one application stands today; the words are explained in `truth.toml`."""

    employer: str
    role: str
    status: str
    stage: str
    rounds: tuple[RoundTruth, ...] = ()
    agency: str = ""
    also: tuple[str, ...] = ()
    reopened: bool = False

    @property
    def reached(self) -> str:
        """The furthest stage in the words of the board."""
        if self.stage == "offer":
            return "offer"
        if self.rounds:
            return "interview"
        return "assessment" if self.stage == "screen" else "applied"


def mail_truths() -> dict[str, MailTruth]:
    """Return the truth about each message, by Message-ID."""
    return {
        letter.message_id: MailTruth(
            label=letter.label,
            meanings=letter.applications,
            feedback_given="feedback_given" in letter.flags,
            feedback_offered="feedback_offered" in letter.flags,
            is_own=letter.is_own,
        )
        for letter in letters()
    }


def application_truths(today: date) -> dict[str, ApplicationTruth]:
    """Return the truth about each application as it stands today, by its key."""
    text = (files("onward.demo") / "truth.toml").read_text(encoding="utf-8")
    return {key: _application(told, today) for key, told in tomllib.loads(text).items()}


def _application(told: dict[str, Any], today: date) -> ApplicationTruth:
    rounds = tuple(_round(each, today) for each in told.get("rounds", ()))
    return ApplicationTruth(
        employer=told["employer"],
        role=told["role"],
        status=told["status"],
        stage=told["stage"],
        rounds=rounds,
        agency=told.get("agency", ""),
        also=tuple(told.get("also", ())),
        reopened=told.get("reopened", False),
    )


def _round(told: dict[str, Any], today: date) -> RoundTruth:
    when = told["when"]
    return RoundTruth(
        on=day_of(when, today),
        at=moment_of(when, today, _ZONE) if ":" in when else None,
        how=told["how"],
        panel=tuple(told["with"]),
    )
