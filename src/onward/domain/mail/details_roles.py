"""Finds the role or roles a message speaks of."""

import re
from collections.abc import Iterator

_TRADES = re.compile(
    r"\b(?:engineer|developer|designer|analyst|manager|assistant|administrator|officer"
    r"|nurse|carer|teacher|tutor|lecturer|technician|operator|operative|driver|chef|cook"
    r"|waiter|waitress|waiting|bartender|barista|porter|cleaner|receptionist|secretary"
    r"|coordinator|co-ordinator|consultant|adviser|advisor|executive|director|lead|head"
    r"|specialist|associate|supervisor|leader|worker|apprentice|intern|internship|trainee"
    r"|scientist|researcher|fellow|writer|editor|journalist|producer|accountant|bookkeeper"
    r"|auditor|clerk|cashier|buyer|planner|architect|surveyor|electrician|plumber|joiner"
    r"|carpenter|welder|fitter|mechanic|machinist|labourer|gardener|groundskeeper|florist"
    r"|baker|butcher|hairdresser|stylist|therapist|practitioner|midwife|paramedic|doctor"
    r"|physiotherapist|psychologist|pharmacist|dentist|optometrist|radiographer|vet"
    r"|librarian|archivist|curator|solicitor|paralegal|lawyer|agent|representative|rep"
    r"|salesperson|sales|merchandiser|picker|packer|warehouse|postman|courier|pilot|steward"
    r"|guard|warden|ranger|inspector|controller|scheduler|recruiter|partner|programmer"
    r"|tester|administrator|strategist|marketer|copywriter|photographer|animator|artist"
    r"|musician|actor|performer|instructor|coach|lifeguard|ambassador|mentor|counsellor"
    r"|caretaker|housekeeper|host|hostess|attendant|crew|member|owner|master|graduate"
    r"|placement|support|reporter|foreman|forewoman|hand|sommelier|steward|dispatcher"
    r"|interpreter|translator|estimator|handler|trainer|nanny|seamstress|tailor|roofer"
    r"|plasterer|bricklayer|decorator|glazier|scaffolder|conductor|cellarman|brewer"
    r"|matron|registrar|sister|housing|facilitator|chaplain|broker|underwriter|actuary"
    r"|statistician|economist|chemist|biologist|geologist|physicist|technologist|devops"
    r"|sre|qa|ux|ui|pa|ta|hca|sales assistant|shop floor|keeper|sexton|verger)s?\b",
    re.IGNORECASE,
)
_WORD = r"[\w'’&/+#.-]*[\w+#]"
_ROLE = rf"(?P<role>(?:{_WORD}|\([^()\n]{{1,30}}\))(?:,?\s(?:{_WORD}|[–&-]|\([^()\n]{{1,30}}\))){{0,8}}?)"
_KIND = r"(?:position|role|post|vacancy|job|opening|opportunity|apprenticeship|internship|traineeship|placement)"
_STOP = r"(?=\s*(?:$|[.,;:!?\n–—|]|\s-\s|\s\(|\b(?:at|with|in\sour|position|role|post|vacancy|job|opening|and\swe|and\sfor|here|but|on\s\d|on\sthis|to\s|has|have|is|was|which|that|we|you|this|from|because|based|within|we['’])\b))"
_TEXT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:the|our|this|a|an)\s{_KIND}\s(?:of|as)\s(?:an?\s|the\s|our\s)?{_ROLE}{_STOP}",
        rf"\b(?:for|as|regarding|about|re)\s(?:the|our|a|an)\s{_ROLE}\s{_KIND}\b",
        rf"\b(?:the|our|an?|your)\s{_ROLE}\s{_KIND}\b",
        rf"\b(?:application|applying|apply|applied|considered|interview|interviewed|interviewing)\s(?:to\s(?:us|join\sus)\s)?(?:for|as)\s(?:the\s|our\s|an?\s)?(?:{_KIND}\s(?:of|as)\s(?:an?\s|the\s)?)?{_ROLE}{_STOP}",
        rf"\b(?:offer\syou|appoint\syou|take\syou\son|hire\syou|join\sus)\s(?:as|the)\s(?:an?\s|our\s|the\s)?{_ROLE}{_STOP}",
        rf"\b(?:looking\sfor|seeking|need|recruiting|hiring)\s(?:for\s)?(?:an?\s|the\s)?{_ROLE}{_STOP}",
    )
)
_SUBJECT = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:for|as|re:?|regarding)\s(?:the\s|our\s|an?\s)?{_ROLE}{_STOP}",
        rf"(?:^|[-–—|:])\s*(?:the\s|your\s)?{_ROLE}\s*(?=$|[-–—|:,(]|\b(?:at|with|application|interview|role|position|post|vacancy|job)\b)",
    )
)
_EDGE = re.compile(
    r"^(?:(?:the|our|an?|your|this|that|new|same|open|current|recent|advertised|position|role|post|job"
    r"|vacancy|of|as|re|fwd?|fw|for|application|interview|applying|thank|you|offer|update|invitation)\b[\s:.-]*)+"
    r"|[\s,(]*(?:position|role|post|vacancy|job|opening|ref\b.*|reference\b.*|req\b.*|id\b.*)\s*$"
    r"|\s*\((?:ref|req|job|vacancy|id)[^)]*\)?\s*$|\s*[#(]?\b[A-Z]{0,4}[-/]?\d{3,}\)?\s*$",
    re.IGNORECASE,
)
_FILLER = re.compile(
    r"\b(?:you|your|we|our|us|i|is|are|was|were|has|have|had|will|would|thank|thanks|please"
    r"|this|that|it|not|been|be|interested|interest|time|next|available|hear|me|my|again"
    r"|application|feedback|opportunity|if|who|their|they|more|other|any|some|someone)\b",
    re.IGNORECASE,
)
_MOST_ROLES = 3
_LONGEST = 70


def roles_in(shown_text: str, employer: str) -> tuple[str, ...]:
    """Return the roles a message names, the most often named first."""
    subject, _, body = shown_text.partition("\n")
    flat = re.sub(r"[ \t]*\n[ \t]*", " ", body.replace("\n\n", " . "))
    named = [(role, 2.0) for role in _named(_TEXT, flat)]
    named += [(role, 1.5) for role in _named(_SUBJECT, subject)]
    points: dict[str, float] = {}
    spelled: dict[str, str] = {}
    for raw, worth in named:
        for role in _parted(raw, employer):
            key = next((k for k in points if _alike(k, role.lower())), role.lower())
            points[key] = points.get(key, 0) + worth + 0.05 * len(role.split())
            if len(role) > len(spelled.get(key, "")):
                spelled[key] = role
    ranked = sorted(points, key=lambda key: -points[key])
    enough = [key for key in ranked if points[key] >= points[ranked[0]] / 2]
    return tuple(spelled[key] for key in enough[:_MOST_ROLES])


def _alike(first: str, second: str) -> bool:
    return first in second or second in first


def _named(patterns: tuple[re.Pattern[str], ...], text: str) -> Iterator[str]:
    for pattern in patterns:
        for found in list(pattern.finditer(text))[:6]:
            yield found["role"]


def _parted(raw: str, employer: str) -> Iterator[str]:
    """Clean a role; two joined by "and" are two when each names a trade."""
    role = _cleaned(raw, employer)
    halves = re.split(r"\s(?:and|&)\s(?:the\s|our\s)?(?:also\s)?", role)
    if len(halves) == 2 and all(_is_role(half) for half in halves):
        yield from halves
    elif _is_role(role):
        yield role


def _cleaned(raw: str, employer: str) -> str:
    role = raw.strip(" -–—|:,.")
    if employer and role.lower().startswith(employer.lower() + " "):
        role = role[len(employer) :]
    while (shorter := _EDGE.sub("", role).strip(" -–—|:,.")) != role:
        role = shorter
    return role


def _is_role(role: str) -> bool:
    if not 2 < len(role) <= _LONGEST or _FILLER.search(role):
        return False
    return bool(_TRADES.search(role))
