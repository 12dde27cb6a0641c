"""How organisations spell their names, in text and in addresses."""

import re

# One to six words that start with a capital, joined by small ones at most.
_PART = r"[A-Z0-9][\w'’&.+-]*[\w+)]|[A-Z]"
NAME = (
    rf"(?P<name>(?:{_PART})(?:\s(?:(?:of|and|the|for|de|van|von|du|la|&|in)\s)?"
    rf"(?:&\s)?(?:{_PART})){{0,5}})"
)
_SUFFIX = re.compile(
    r"[\s,:|–—-]*\b(?:talent\sacquisition|recruit(?:ment|ing|er)?|careers?|jobs?|hiring|talent"
    r"|human\sresources|hr|people(?:\s(?:&|and)\sculture)?|team|department|dept|office"
    r"|hiring\steam|notifications?|no[-\s]?reply|applications?|resourcing|staffing"
    r"|candidate\scare|early\scareers|graduates?|vacancies|hello|info|admin|support)\s*$",
    re.IGNORECASE,
)
_AGENCY_SUFFIX = re.compile(
    r"[\s,:|–—-]*\b(?:talent\sacquisition|careers?|jobs?|hr|team|notifications?"
    r"|no[-\s]?reply|applications?)\s*$",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"^(?:the\s(?!\w+$)|team\s|careers?\s(?:at|@)\s|jobs?\s(?:at|@)\s|recruitment\s(?:at|@)\s|hr\s(?:at|@)\s"
    r"|life\sat\s)",
    re.IGNORECASE,
)
_NOT_A_NAME = frozenset(
    "greenhouse workday lever team hr human resources recruitment recruiting careers career"
    " jobs job talent noreply no-reply hello hi dear thank thanks thank you regards kind best"
    " sincerely the this that we our your you i it a an if as in on at to for of and please"
    " monday tuesday wednesday thursday friday saturday sunday january february march april"
    " may june july august september october november december interview application"
    " applications role position vacancy company employer zoom teams microsoft microsoft teams"
    " google google meet meet skype phone linkedin indeed glassdoor cv resume update re fwd"
    " hiring team recruitment team the team people team talent team office reception reference"
    " ref first second final stage level unfortunately however manager hiring manager director"
    " head bst gmt uk usa england london monday's team lead id candidate candidates".split()
) | {"human resources", "hiring team", "recruitment team", "microsoft teams", "thank you",
     "google meet", "hiring manager", "talent acquisition", "people team", "hr team",
     "head office", "recruiting team", "talent team", "kind regards", "best regards"}  # fmt: skip
_SECOND_LEVEL = frozenset(
    "co com org net gov ac edu nhs sch ltd plc police gmbh".split()
)
_HOSTS = frozenset(
    "mail email e mg smtp careers jobs recruitment recruiting hr talent apply news info"
    " notifications no-reply noreply work people team www reply mailer hiring".split()
)


def trimmed(name: str, *, keep_agency: bool = False) -> str:
    """Return a name without words such as Careers; empty when nothing is left of it."""
    left = re.sub(r"\s+", " ", name).strip(" \"'.,:;|–—-()[]")
    suffix = _AGENCY_SUFFIX if keep_agency else _SUFFIX
    while left and (shorter := suffix.sub("", _PREFIX.sub("", left))) != left:
        left = shorter.strip(" \"'.,:;|–—-()[]")
    left = re.sub(r"^(?:the|The)\s", "", left)
    if len(left) < 2 or left.lower() in _NOT_A_NAME or left.isdigit():
        return ""
    return left


def squeezed(name: str) -> str:
    """Return only the letters and digits, in lower case, without Ltd and the like."""
    bare = re.sub(
        r"\b(?:ltd|limited|gmbh|inc|llc|llp|plc|ag|co|the|and)\b\.?", "", name.lower()
    )
    return re.sub(r"[\W_]+", "", bare)


def domain_label(domain: str) -> str:
    """Return the part of a domain that names its owner."""
    labels = [label for label in domain.lower().split(".") if label]
    if len(labels) < 2:
        return ""
    labels = labels[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels.pop()
    return "" if labels[-1] in _HOSTS else labels[-1]


def prettified(label: str) -> str:
    """Return an owner's label as a name: hill-farm becomes Hill Farm."""
    words = re.split(r"[-_.]+", label)
    return " ".join(word.capitalize() if len(word) > 3 else word.upper()
                    if not re.search(r"[aeiou]", word) else word.capitalize()
                    for word in words if word)  # fmt: skip


def found_by_label(label: str, text: str) -> str:
    """Return how the text spells the owner of a domain, when it names them."""
    wanted = squeezed(label.replace("-", " "))
    words = list(re.finditer(r"[\w'’&.+-]*[\w+&]", text))
    best = ""
    for place, first in enumerate(words):
        if not (first.group()[0].isupper() or first.group()[0].isdigit()):
            continue
        for last in words[place : place + 6]:
            spelled = text[first.start() : last.end()]
            if "\n" in spelled or re.search(r"[.:;!?]\s", spelled):
                break
            if _spells(squeezed(spelled), wanted, spelled) and len(spelled) > len(best):
                best = spelled
                break
    return best


def _spells(letters: str, wanted: str, spelled: str) -> bool:
    if len(wanted) < 3:
        return False
    if letters == wanted:
        return True
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]\w*", spelled)).lower()
    return len(wanted) >= 3 and len(spelled.split()) >= 3 and initials == wanted
