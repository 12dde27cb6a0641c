"""What she answered about mail and told besides; the latest mail still waits."""

from onward.background.clock import standing_at
from onward.demo.deeds.search import Deeds, Search
from onward.demo.truth import MailTruth, mail_truths
from onward.domain.applications.events import EventKind
from onward.domain.mail.verdict import Meaning
from onward.journey.applications.models import Application
from onward.journey.applications.telling import Telling, tell
from onward.journey.mail.corrections import begin_application, correct_message
from onward.journey.mail.models import Message


def answer_all(search: Search, deeds: Deeds) -> None:
    """Say of each mail from before a day what it is, and tell what no mail says."""
    truths = mail_truths()
    asking = Message.objects.of(search.person).waiting()
    old = asking.filter(sent_at__lt=search.moment(deeds["mail"]["answered_before"]))
    for message in old.order_by("sent_at", "pk"):
        # What she says of one settles others like it, which need no answer any more.
        message.refresh_from_db()
        if message.state == Message.State.WAITING and message.sent_at:
            with standing_at(message.sent_at):
                _answer(search, message, truths[message.message_id])
    for told in deeds["told"]:
        with search.at(told["when"]):
            _tell(search, told)


def _tell(search: Search, told: dict[str, str]) -> None:
    day = search.day(told["when"].rpartition(" ")[0])
    telling = Telling(EventKind(told["kind"]), day, said=told["said"])
    tell(application=search.application(told["application"]), telling=telling)


def _answer(search: Search, message: Message, truth: MailTruth) -> None:
    applications = [_application(search, message, key) for key in truth.meanings]
    correct_message(
        message=message, meaning=Meaning(truth.label), applications=applications
    )


def _application(search: Search, message: Message, key: str) -> Application:
    return search.find(key) or begin_application(message=message)
