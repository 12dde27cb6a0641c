"""What is known of one interview while somebody looks back on it."""

import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from typing import Any

from onward.background import clock
from onward.domain.landing.criteria import criteria_in
from onward.domain.reflection.walk import Ground, Screen
from onward.journey.applications.models import Application, Round
from onward.journey.preparation.queries import criteria_of
from onward.journey.reflection.queries import interviews_of
from onward.journey.reflection.reading import Account, account_of
from onward.journey.reflection.services import may_guess, reflection_of

_FACTS = {
    Screen.QUESTIONS: "questions",
    Screen.AROUND: "around",
    Screen.FEELINGS: "feelings",
}
_MEANING = {
    Screen.MOOD: "mood",
    Screen.ANSWERS: "marks",
    Screen.KEEP: "keep",
    Screen.CHANGE: "change",
    Screen.PREPARATION: "preparation",
    Screen.CRITERIA: "criteria",
    Screen.COLLEAGUE: "colleague",
}


@dataclass(frozen=True, slots=True)
class Known:
    """One interview, opened; `number` is which of the application's it was."""

    application: Application
    round: Round
    number: int
    account: Account
    now: datetime

    @property
    def criteria(self) -> tuple[str, ...]:
        """What the advert asks for: as it was put right before, else as it is read."""
        prepared = criteria_of(self.application)
        if prepared:
            return tuple(one.words for one in prepared)
        return tuple(one.text for one in criteria_in(self.application.advert))

    @property
    def is_ahead(self) -> bool:
        """Whether it has not begun yet."""
        return self.round.starts_at is not None and self.round.starts_at > self.now

    @property
    def ground(self) -> Ground:
        """What decides which screens there are."""
        return Ground(
            has_questions=bool(self.account.facts.questions),
            has_criteria=bool(self.criteria),
            may_guess=self.may_guess,
            has_kept=bool(self.account.meaning.keep),
        )

    @property
    def may_guess(self) -> bool:
        """Whether there is a guess to be made still."""
        return self.account.guess is None and may_guess(self.application)

    def kept(self, screen: Screen) -> Any:
        """Return what is kept of a screen, as it can be compared."""
        if screen in _FACTS:
            return self.account.facts.plain[_FACTS[screen]]
        if screen in _MEANING:
            return self.account.meaning.plain[_MEANING[screen]]
        return self.account.long_form if screen is Screen.LONG else self.account.guess

    def mark(self, screen: Screen) -> str:
        """Return a mark of what is kept of a screen: another one once it changes."""
        plain = json.dumps(self.kept(screen), sort_keys=True)
        return blake2b(plain.encode(), digest_size=8).hexdigest()


def known_of(application: Application, round_pk: int) -> Known | None:
    """Return one interview of an application, opened; None if there is no such one."""
    rounds = interviews_of(application)
    found = [place for place, one in enumerate(rounds) if one.pk == round_pk]
    if not found:
        return None
    about = rounds[found[0]]
    return Known(
        application=application,
        round=about,
        number=found[0] + 1,
        account=account_of(reflection_of(about)),
        now=clock.now().astimezone(clock.zone_of(application.person)),
    )
