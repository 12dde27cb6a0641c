"""Cuts what follows a letter's last words: contact lines, legal notes, footers."""

import re
from collections.abc import Iterable, Iterator

_DEVICES = (
    *("sent from my ", "sent from mail for", "sent from outlook", "sent via "),
    *("get outlook for", "sent with ", "gesendet von ", "von meinem ", "von unterwegs"),
    *("envoyé de mon", "envoyé depuis", "envoyé à partir d", "téléchargez outlook"),
    *("provenance : courrier", "obtenir outlook pour"),
    *("enviado desde", "enviado do meu"),
    *("inviato da", "verstuurd vanaf", "verzonden vanaf", "skickat från", "sendt fra"),
    *("wysłano z", "отправлено \u0441", "odesláno z", "lähetetty", "发自我的"),
)
_MOST_DEVICE_WORDS = 8
_SIGN_OFFS = (
    *("kind regards", "best regards", "warm regards", "kindest regards", "regards"),
    *("warmest regards", "many thanks", "best wishes", "all the best", "sincerely"),
    *("yours sincerely", "yours faithfully", "yours truly", "sincerely yours"),
    *("with best", "with kind", "with warm", "respectfully", "cheers", "warmly"),
    *("thanks", "thank you", "best", "with thanks", "thanks and regards", "br", "kr"),
    *("mit freundlichen", "mit freundlichem", "mit besten", "freundliche", "mfg"),
    *("beste gr", "viele gr", "liebe gr", "herzliche gr", "schöne gr", "gruß"),
    *("cordialement", "bien cordialement", "bien à vous", "sincères salutations"),
    *("bien à toi", "bonne journée", "belle journée", "sincèrement", "amicalement"),
    *("très cordialement", "meilleures salutations", "salutations", "respectueusement"),
    *("saludos", "un saludo", "atentamente", "cordiali saluti", "distinti saluti"),
    *("met vriendelijke", "hartelijke groet", "atenciosamente", "med vänlig"),
    *("vänliga häls", "med venlig", "venlig hilsen", "z poważaniem", "pozdrawiam"),
    *("s pozdravem", "\u0441 уважением", "mvh", "lg", "vg"),
)
_MOST_SIGN_OFF_WORDS, _SHORT_SIGN_OFF = 6, 4
_NAME_LINES = 4
_LONGEST_NAME_LINE = 80
_CONTACT = re.compile(
    r"(?:tel|phone|mobile|mob|cell|fax|office|direct|telefon|telefax|tél|portable|fixe"
    r"|ligne directe|t|m|p|f|w|e|d)"
    r"\s?[.:|]+\s?[+(\d]|(?:https?://|www\.)\S+$|\+?[\d\s()./-]{7,24}$|\[(?:image|cid)",
    re.IGNORECASE,
)

_LEGAL = (
    *("intended recipient", "is confidential", "confidentiality notice"),
    *("confidentiality note", "strictly confidential", "are confidential"),
    *("contains confidential", "may contain confidential", "legally privileged"),
    *("contain privileged", "and confidential", "received this email in error"),
    *("received this e-mail in error", "received this message in error"),
    *("consider the environment", "before printing", "registered office"),
    *("registered in england", "company registration", "company number"),
    *("disclaimer:", "vertrauliche", "handelsregister", "geschäftsführer:"),
    *("imprimer ce", "accès à vos données", "accès aux données"),
    *("hrb ", "registergericht", "ust-id", "confidentiel", "confidencial", "riservat"),
    *("vertrouwelijk", "equal opportunity employer", "computer viruses"),
)
_SUBSCRIPTION = (
    *("unsubscribe", "email preferences", "your preferences", "opt out", "opt-out"),
    *("view this email in", "view in browser", "view it in your browser"),
    *("are receiving this", "you received this", "was sent to", "this email was sent"),
    *("this e-mail was sent", "privacy policy", "all rights reserved", "abmelden"),
    *("abbestellen", "newsletter abbestellen", "désabonner", "désinscri", "©"),
    *("darse de baja", "uitschrijven", "view online", "powered by", "mailing list"),
    *("reply to this email directly or view it on", "do not reply to this e"),
    *("add us to your address book", "datenschutzerkl", "datenschutzhinweis"),
    *("datenschutzbestimmung", "datenschutzinformation", "impressum", "(c) 20"),
)
# "If you are receiving this, kindly regard your application as unsuccessful."
_DECIDES = re.compile(
    r"\b(?:unsuccessful|successful|short-?listed|rejected|declined|regret|unfortunately"
    r"|in error and|(?:your|the) (?:application|request) (?:as|is|has|was|to)"
    r"|not (?:been )?(?:selected|chosen|approved|accepted)|leider|abgelehnt|absage"
    r"|retenue?s?|regret\w*|malheureusement|refus\w*|défavorable|suite favorable)\b",
    re.IGNORECASE,
)
_LONGEST_LEGAL, _LONGEST_SUBSCRIPTION = 4_000, 500
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")


def without_ending(text: str) -> str:
    """Return a letter with its sign-off and names, without what stands below them."""
    lines = text.strip("\n").split("\n")
    lines = list(_without_signature(_without_device(lines)))
    kept = without_footers("\n".join(squeezed(lines))).split("\n")
    while kept and not kept[-1].strip("-_=* \t"):
        kept.pop()
    return "\n".join(kept)


def squeezed(lines: Iterable[str]) -> Iterator[str]:
    """Yield lines with one blank line at most between two others, none first."""
    blank = True
    for line in lines:
        is_blank = not line.strip()
        if not (is_blank and blank):
            yield line
        blank = is_blank


def _without_device(lines: list[str]) -> list[str]:
    """Drop "Sent from my phone" where nothing of the letter follows."""
    for place in range(len(lines) - 1, max(-1, len(lines) - 8), -1):
        said = lines[place].strip().lower()
        if said.startswith(_DEVICES) and len(said.split()) <= _MOST_DEVICE_WORDS:
            return lines[:place]
        if len(said.split()) > _MOST_DEVICE_WORDS:
            break
    return lines


def _without_signature(lines: list[str]) -> Iterator[str]:
    """Yield lines; after a sign-off or "-- " only names, titles and prose."""
    left = 0
    for line in lines:
        said = line.strip()
        if said[:1] in _RULES and (said in _DIVIDERS or _is_list_rule(said)):
            if said not in _DIVIDERS:
                return
            left = _NAME_LINES - 1
            yield ""
        elif is_sign_off(said):
            left = _NAME_LINES
            yield line
        elif not left or not said:
            yield line
        elif len(said) > _LONGEST_NAME_LINE:
            left = 0
            yield line
        elif not _CONTACT.match(said):
            left -= 1
            yield line


_SHORTEST_LIST_RULE = 31  # Outlook draws 32, mailing lists 47
_RULES = frozenset("-\u2014_")
_DIVIDERS = frozenset({"--", "—", "-- "})


def _is_list_rule(said: str) -> bool:
    return len(said) >= _SHORTEST_LIST_RULE and not said.strip("_")


def _by_first_two(openings: Iterable[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for opening in openings:
        found[opening[:2]] = (*found.get(opening[:2], ()), opening)
    return found


_SIGN_OFFS_BY = _by_first_two(_SIGN_OFFS)  # most lines begin like none


def is_sign_off(line: str) -> bool:
    """Tell whether a line closes a letter: "Kind regards," or "Viele Grüße"."""
    low = line.strip(" ,.!*-").lower()
    return (
        any(_opens(low, opening) for opening in _SIGN_OFFS_BY.get(low[:2], ()))
        and len(low.split()) <= _MOST_SIGN_OFF_WORDS
        and not line.endswith(("?", ":"))
    )


def _opens(low: str, opening: str) -> bool:
    """Tell whether a line opens so; "Kristin" does not open with "kr"."""
    if not low.startswith(opening):
        return False
    is_short = len(opening) <= _SHORT_SIGN_OFF
    return not (is_short and low[len(opening) : len(opening) + 1].isalpha())


def without_footers(text: str) -> str:
    """Return text without what speaks of law or of a subscription.

    Below a letter's last words a whole paragraph goes, within the letter only the
    sentences that say such things: a refusal may stand beside them.
    """
    low = text.lower()
    legal = [sign for sign in _LEGAL if sign in low]
    subscription = [sign for sign in _SUBSCRIPTION if sign in low]
    if not legal and not subscription:
        return text
    paragraphs = text.split("\n\n")
    ends = _last_words(paragraphs)
    kept = []
    for place, paragraph in enumerate(paragraphs):
        is_legal = _is_footer(paragraph, legal, _LONGEST_LEGAL)
        if not (is_legal or _is_footer(paragraph, subscription, _LONGEST_SUBSCRIPTION)):
            kept.append(paragraph)
        elif place < ends and (said := _beside(paragraph, [*legal, *subscription])):
            kept.append(said)
    return "\n\n".join(kept)


def _last_words(paragraphs: list[str]) -> int:
    """Return the place of the paragraph that closes a letter; else the second."""
    for place in range(len(paragraphs) - 1, -1, -1):
        if any(map(is_sign_off, paragraphs[place].split("\n"))):
            return place
    return 1


def _beside(paragraph: str, signs: list[str]) -> str:
    said = _SENTENCE_END.split(paragraph)
    return " ".join(each for each in said if not _speaks(each, signs))


def _is_footer(paragraph: str, signs: list[str], longest: int) -> bool:
    return len(paragraph) <= longest and _speaks(paragraph, signs)


def _speaks(said: str, signs: list[str]) -> bool:
    low = said.lower()
    return any(sign in low for sign in signs) and not _DECIDES.search(said)
