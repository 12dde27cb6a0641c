"""What is known about the person before a message is read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, tzinfo

from onward.domain.mail.meaning.corrections import Correction
from onward.domain.mail.meaning.scores import Letter, Scores
from onward.domain.mail.message import Address, ParsedMail
from onward.domain.mail.senders import is_no_reply, is_tracking_system


@dataclass(frozen=True, slots=True)
class Context:
    """The person's own addresses and zone, employers they know, what they corrected.

    `is_about_search` says that the mail read is about the search, whatever its words:
    it answers, or is answered by, mail that is. Mail less likely about it than `least`
    is let go, so that its details need not be found. `in_haste` leaves out what the
    sentences of a no are about, where the mail is read again later. `scored` are the
    linear model's scores of letters that were read already.
    """

    own_addresses: tuple[str, ...] = ()
    zone: tzinfo = UTC
    known_employers: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    is_about_search: bool = False
    least: float = 0.0
    in_haste: bool = False
    scored: Mapping[Letter, Scores] = field(default_factory=dict)

    def is_own(self, parsed: ParsedMail) -> bool:
        """Tell whether the person wrote the message."""
        sent = any(
            label.rpartition("/")[2].strip("[]").lower() in _SENT
            for label in parsed.labels
        )
        return sent or self._has(parsed.sender)

    def is_anothers(self, parsed: ParsedMail) -> bool:
        """Tell whether somebody else surely wrote it: to the person, or a machine.

        What comes from an address that is not known may be the person's own.
        """
        if self.is_own(parsed):
            return False
        sender = parsed.sender
        is_machine = is_no_reply(sender.address) or is_tracking_system(sender.domain)
        return is_machine or any(self._has(one) for one in parsed.recipients)

    def _has(self, address: Address) -> bool:
        return address.address.lower() in {own.lower() for own in self.own_addresses}


_SENT = frozenset(
    {"sent", "sent mail", "sent items", "sent messages", "gesendet", "inbox.sent"}
)
