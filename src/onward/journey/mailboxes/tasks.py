"""What is done with connected mailboxes beside the pages."""

from django.db import OperationalError

from onward.background import stopping
from onward.background.schedule import repeated
from onward.journey.mailboxes.timing import StumbledError, due_now, note_trouble


@repeated(seconds=2)
def look_into_mailboxes() -> None:
    """Look into the mailboxes it is time for."""
    for mailbox in due_now():
        # What understands mail takes 100 MB; a worker without a mailbox goes without.
        from onward.journey.mailboxes.looking import look  # noqa: PLC0415 - see above

        try:
            look(mailbox, is_stopping=stopping.is_asked)
        except OperationalError:
            raise
        except Exception:
            note_trouble(mailbox, StumbledError())  # else it would try at once
            raise
        if stopping.is_asked():
            return


@repeated(seconds=2)
def watch_mailboxes() -> None:
    """Hear of new mail as it arrives, where the server tells."""
    from onward.journey.mailboxes.watching import watch_all  # noqa: PLC0415 - seldom

    watch_all()
