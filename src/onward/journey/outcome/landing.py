"""What may be kept of taking in a no; each screen is one act, and none must follow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils.translation import gettext as _

from onward.background import clock
from onward.domain.landing.criteria import MOST
from onward.domain.landing.explanations import Card, Tray
from onward.domain.landing.feelings import is_low
from onward.domain.landing.walk import Screen, Today
from onward.journey.history.services import CannotUndoError, record_change, undoer
from onward.journey.outcome.models import Landing, Outcome
from onward.journey.people.models import Person

# More than anybody can look at together.
MOST_CARDS = 30
LONGEST_CARD = 200
# Behind the last question; from here on the no is taken in.
THE_END = frozenset({Screen.KIND_NOTE, Screen.PRIVATE_PAGE, Screen.DONE})


@dataclass(frozen=True, slots=True)
class Account:
    """What the person says of how it ended; empty where they do not."""

    heard_how: str = ""
    reached: str = ""
    reason: str = ""
    interviewed: int | None = None
    seats: str = ""
    reserve_until: date | None = None
    feedback_until: date | None = None
    adjustments: str = ""


def landing_of(outcome: Outcome) -> Landing:
    """Return how an ending was taken so far; not saved before something is kept."""
    found: Landing | None = getattr(outcome, "landing", None)
    return found or Landing(
        person_id=outcome.person_id, outcome=outcome, begun_at=clock.now()
    )


@transaction.atomic
def go_to(*, outcome: Outcome, screen: Screen) -> Landing:
    """Keep where they are, so that they find it again; at the end it is taken in."""
    landing = _held(outcome)
    at = clock.now() if screen in THE_END else None
    return _keep(outcome, screen=screen.value, landed_at=landing.landed_at or at)


@transaction.atomic
def keep_account(*, outcome: Outcome, account: Account) -> Landing:
    """Keep what they say of how it ended; from now on it counts, not the mail."""
    return _keep(outcome, **asdict(account), told_at=clock.now())


@transaction.atomic
def keep_feeling(
    *, outcome: Outcome, feeling: int | None, words: Sequence[str] = ()
) -> Landing:
    """Keep how they are right now."""
    return _keep(outcome, feeling=feeling, feeling_words=list(words))


@transaction.atomic
def offer_support(*, outcome: Outcome) -> bool:
    """Tell whether whom to talk to comes next: once, after a low answer."""
    landing = _held(outcome)
    if not is_low(landing.feeling) or landing.support_shown_at:
        return False
    _keep(outcome, support_shown_at=clock.now())
    return True


@transaction.atomic
def keep_criteria(*, outcome: Outcome, lines: Iterable[tuple[str, bool]]) -> Landing:
    """Keep for which lines of the advert they say they showed something."""
    kept = [{"text": text, "is_shown": is_shown} for text, is_shown in lines]
    return _keep(outcome, criteria=kept[:MOST])


@transaction.atomic
def add_card(
    *, outcome: Outcome, text: str, key: str = "", tray: Tray = Tray.NONE
) -> Landing:
    """Lay down an explanation, theirs or one offered; the same one lies there once."""
    cards = _held(outcome).cards
    words = " ".join(text.split())[:LONGEST_CARD]
    is_new = words and words not in {card["text"] for card in cards}
    if is_new and len(cards) < MOST_CARDS:
        number = 1 + max((card["id"] for card in cards), default=0)
        card = {"id": number, "text": words, "key": key, "tray": tray.value}
        cards = [*cards, card]
    return _keep(outcome, cards=cards)


@transaction.atomic
def sort_cards(*, outcome: Outcome, trays: Mapping[int, Tray]) -> Landing:
    """Lay the cards into the trays the person says; others stay where they lie."""
    cards = _held(outcome).cards
    laid = [card | {"tray": trays.get(card["id"], card["tray"])} for card in cards]
    return _keep(outcome, cards=laid)


@transaction.atomic
def say_back(*, outcome: Outcome, words: str) -> Landing:
    """Keep their answer to the question asked when all cards lie on one side."""
    return _keep(outcome, said_back=words)


@transaction.atomic
def take_card_away(*, outcome: Outcome, number: int) -> Landing:
    """Take a card away; it can be had back."""
    cards = _held(outcome).cards
    going = next((card for card in cards if card["id"] == number), None)
    if going is not None:
        record_change(
            person=outcome.person,
            text=_("Took a card away: %(what)s") % {"what": going["text"]},
            undoer="landing.card_away",
            arguments={"outcome": outcome.pk, "card": going},
            of_what=outcome.application.key,
        )
    return _keep(outcome, cards=[card for card in cards if card["id"] != number])


@undoer("landing.card_away")
def lay_card_back(*, person: Person, outcome: int, card: dict[str, str]) -> None:
    """Lay a card back where it lay."""
    found = Outcome.objects.of(person).filter(pk=outcome).first()
    if found is None:
        raise CannotUndoError
    tray = Tray(card["tray"])
    add_card(outcome=found, text=card["text"], key=card["key"], tray=tray)


@transaction.atomic
def choose_for_today(*, outcome: Outcome, today: Today | None) -> Landing:
    """Keep the one thing for today, or none."""
    return _keep(outcome, today=today or "")


@transaction.atomic
def keep_kind_note(*, outcome: Outcome, parts: Sequence[str]) -> Landing:
    """Keep the few kind lines to themselves."""
    return _keep(outcome, kind_note=list(parts) if any(parts) else [])


def cards_of(landing: Landing) -> tuple[Card, ...]:
    """Return the cards as values."""
    return tuple(Card(card["text"], Tray(card["tray"])) for card in landing.cards)


def _held(outcome: Outcome) -> Landing:
    """Return the landing to be changed, begun if there is none, held till then."""
    Landing.objects.get_or_create(
        outcome=outcome,
        defaults={"person_id": outcome.person_id, "begun_at": clock.now()},
    )
    return Landing.objects.select_for_update().get(outcome=outcome)


def _keep(outcome: Outcome, **values: object) -> Landing:
    landing = _held(outcome)
    for name, value in values.items():
        setattr(landing, name, value)
    landing.save(update_fields=list(values))
    return landing
