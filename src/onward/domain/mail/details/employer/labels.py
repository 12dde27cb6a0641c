"""The part of an address's domain that names its owner."""

from onward.domain.mail.message import Address
from onward.domain.mail.senders import (
    is_system_s_box,
    is_tracking_system,
    tenant_of,
    words,
)

_OF_SCHOOLS = "k12"


def domain_label(domain: str) -> str:
    """Return the part of a domain that names its owner."""
    labels = [label for label in domain.lower().split(".") if label]
    if "." not in domain.strip("."):
        return domain.lower()
    labels = labels[:-1]
    if _OF_SCHOOLS in labels[1:]:  # perryridge.k12.oh.us
        return labels[labels.index(_OF_SCHOOLS, 1) - 1]
    while len(labels) > 1 and labels[-1] in words("domain_parts", "last"):
        labels.pop()
    return "" if labels[-1] in words("domain_parts", "hosts") else labels[-1]


def label_of(sender: Address) -> str:
    """Return the part of an address that names for whom is written from it.

    "acme@myworkday.com", "no-reply@acme.teamtailor-mail.com"; empty where a system
    writes for everybody.
    """
    if not is_tracking_system(sender.domain):
        return domain_label(sender.domain)
    box = sender.address.partition("@")[0].partition("+")[0].lower()
    tenants = (tenant_of(sender.domain), box)
    return next((one for one in tenants if one and not is_system_s_box(one)), "")
