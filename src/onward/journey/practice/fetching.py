"""Fetching the speech model, once, after a person said yes to its size."""

import logging
from dataclasses import dataclass, field
from threading import Lock, Thread

from django.utils.translation import gettext as _

from onward import wiring
from onward.domain.errors import OnwardError

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Fetching:
    """How far the one fetch of this process is; `said` is what went wrong."""

    is_under_way: bool = False
    said: str = ""
    beginning: Lock = field(default_factory=Lock)

    def begin(self) -> None:
        """Begin beside the page, unless the model is here or under way."""
        with self.beginning:
            if self.is_under_way or wiring.speech_model().is_there:
                return
            self.is_under_way, self.said = True, ""
        Thread(target=self.fetch, name="fetching speech", daemon=True).start()

    def fetch(self) -> None:
        """Fetch the model; what goes wrong is kept as one line for the person."""
        try:
            wiring.speech_model().fetch()
        except OnwardError as problem:
            self.said = str(problem)
        except Exception:
            logger.exception("The speech model could not be fetched.")
            self.said = _("The speech model could not be fetched this time.")
        finally:
            self.is_under_way = False


fetching = Fetching()
