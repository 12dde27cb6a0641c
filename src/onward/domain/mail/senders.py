"""Who may stand behind an address: tracking system, job board, free mail, agency."""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

_NO_REPLY = re.compile(
    r"^(?:no|do|dont|donot|don'?t)[-_.]?(?:not[-_.]?)?reply|no[-_.]?response"
    r"|unmonitored|mailer|bounce|notification|automated|auto[-_.]?reply|postmaster"
    r"|^ne[-_.]?pas[-_.]?repondre",
    re.IGNORECASE,
)
_SYSTEM_S_BOX = re.compile(
    r"reply|notif|career|job|recruit|mail|inbox|\d"
    r"|^(?:hr|hire|hiring|apps?|apply|us|eu|uk|de|talent|candidates?|team|people|workflow"
    r"|support|hello|info|admin|office|contact|enquiries|bookings?|system|updates?"
    r"|messages?|alerts?|invit\w*|einladung|portal|web|www|my|secure|cloud|prod|go)$",
    re.IGNORECASE,
)
_AGENCY = re.compile(
    r"\b(?:recruit(?:ment|ing|ers?)?|staffing|personnel|resourcing|talent partners?"
    r"|search (?:&|and) selection|executive search|employment agency|headhunt\w*"
    r"|recruitment consultan\w+|temps?|manpower|resource group|appointments"
    r"|supply teachers?|(?:people|talent|staff|workforce) solutions|locums?|executive$"
    r"|search$|search (?:partners|group|associates)|personal(?:beratung|vermittlung"
    r"|service|management|leasing|dienste?|lösungen)"
    r"|personaldienstleist\w+|zeitarbeit|interim)\b",
    re.IGNORECASE,
)
_AGENCY_LABEL = re.compile(
    r"\w(?:recruit(?:ment|ing|ers)?|staffing|personnel|resourcing|headhunt(?:ers|ing)?"
    r"|search|searchpartners|executive|executivesearch|talentsolutions|personalberatung"
    r"|manpower|locums|zeitarbeit|personal)$"
)


# Who tests, checks or hosts for others says so in the address.
_SERVICE = re.compile(
    r"assess|screening|vetting|hirevue|psychometric|eteach|broadbean|jobboard"
    r"|onlineexam|videointerview|videoscreen|references?$|refcheck|backgroundcheck"
    r"|verifi|pre-?employment|applicants?$|testcent|e-?recruit$"
)


@cache
def _senders() -> dict[str, dict[str, list[str]]]:
    content = (files("onward.domain.mail") / "senders.toml").read_text("utf-8")
    loaded: dict[str, dict[str, list[str]]] = tomllib.loads(content)
    return loaded


@cache
def words(kind: str, which: str) -> frozenset[str]:
    """Return a list of `senders.toml`, as a set."""
    return frozenset(_senders()[kind][which])


@lru_cache(maxsize=4096)  # a few senders write most of a mailbox
def _is_within(domain: str, kind: str) -> bool:
    known = words(kind, "domains")
    labels = domain.lower().split(".")
    return any(".".join(labels[place:]) in known for place in range(len(labels)))


def tenant_of(domain: str) -> str:
    """Return what stands before a tracking system's own name in a domain, if anything.

    Of two names the one next to the system's is the employer's.
    """
    known = words("tracking_systems", "domains")
    labels = domain.lower().split(".")
    found = (n for n in range(len(labels)) if ".".join(labels[n:]) in known)
    place = next(found, 0)
    return labels[place - 1] if place else ""


def is_tracking_system(domain: str) -> bool:
    """Tell whether mail from this domain is sent by a tracking system."""
    return _is_within(domain, "tracking_systems")


def is_job_board(domain: str) -> bool:
    """Tell whether mail from this domain is sent by a job board."""
    return _is_within(domain, "job_boards")


def is_free_mail(domain: str) -> bool:
    """Tell whether anybody can have an address at this domain."""
    labels = domain.lower().split(".")
    is_named = not words("free_mail", "names").isdisjoint(labels[:-1])
    return is_named or _is_within(domain, "free_mail")


def is_of_services(domain: str) -> bool:
    """Tell whether a domain is that of meetings, calendars or orders of everybody."""
    return _is_within(domain, "services")


def is_service(domain: str) -> bool:
    """Tell whether a domain is named after what it does for employers."""
    return _SERVICE.search(domain.lower().partition(".")[0]) is not None


def is_no_reply(address: str) -> bool:
    """Tell whether nobody reads what is written to this address."""
    return bool(_NO_REPLY.search(address.partition("@")[0]))


def is_system_name(name: str) -> bool:
    """Tell whether a name is that of a tracking system or a job board."""
    plain = name.strip().lower()
    kinds = ("tracking_systems", "job_boards")
    return any(plain in words(kind, "names") for kind in kinds)


def is_system_s_box(name: str) -> bool:
    """Tell whether an address's box is a system's own, whomever it writes for."""
    return _SYSTEM_S_BOX.search(name) is not None


def is_agency_name(name: str) -> bool:
    """Tell whether a name sounds like an agency that recruits for others."""
    return bool(_AGENCY.search(name))


def bears_agency(label: str) -> bool:
    """Tell whether an address is named after an agency's trade."""
    return _AGENCY_LABEL.search(label) is not None


def without_agency(label: str) -> str:
    """Return what stands before the trade in an agency's address."""
    found = _AGENCY_LABEL.search(label)
    return label[: found.start() + 1] if found else ""
