"""The part of an address's domain that names its owner."""

from onward.domain.mail.senders import words

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
