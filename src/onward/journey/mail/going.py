"""What becomes of the mail of an application that is deleted for good."""

from django.utils import timezone

from onward.journey.applications.keeping import ApplicationGoing
from onward.journey.mail.models import Filing, Message
from onward.journey.mail.passages import forget_words


def set_mail_aside(going: ApplicationGoing) -> None:
    """Set aside the mail filed nowhere else, or forget it if the person wants so."""
    filed = Filing.objects.filter(ended_at=None)
    here = filed.filter(application__in=going.applications)
    elsewhere = filed.exclude(application__in=going.applications)
    mail = Message.objects.filter(pk__in=here.values("message_id")).exclude(
        pk__in=elsewhere.values("message_id")
    )
    messages = list(mail.only("pk", "person"))
    aside = Message.objects.filter(pk__in=[message.pk for message in messages])
    if going.with_mail and messages:
        keys = [message.key for message in messages]
        forget_words(messages[0].person, keys)
        aside.update(state=Message.State.SET_ASIDE, forgotten_at=timezone.now())
    else:
        aside.update(state=Message.State.SET_ASIDE)
