"""The zones people name behind a time."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import cache
from zoneinfo import ZoneInfo

_ZONES = {
    "utc": "UTC", "gmt": "Europe/London", "bst": "Europe/London", "uk": "Europe/London",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "mez": "Europe/Berlin",
    "mesz": "Europe/Berlin", "eet": "Europe/Helsinki", "eest": "Europe/Helsinki",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago",
    "mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver",
    "pt": "America/Los_Angeles", "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "ist": "Asia/Kolkata", "sgt": "Asia/Singapore",
    "hkt": "Asia/Hong_Kong", "jst": "Asia/Tokyo", "aest": "Australia/Sydney",
    "aedt": "Australia/Sydney", "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland",
    "gst": "Asia/Dubai", "uae": "Asia/Dubai", "sast": "Africa/Johannesburg",
    "wat": "Africa/Lagos", "eat": "Africa/Nairobi", "cat": "Africa/Harare",
    "awst": "Australia/Perth", "acst": "Australia/Adelaide",
    "acdt": "Australia/Adelaide", "wet": "Europe/Lisbon", "west": "Europe/Lisbon",
    "akst": "America/Anchorage", "akdt": "America/Anchorage", "hst": "Pacific/Honolulu",
    "ast": "America/Halifax", "adt": "America/Halifax", "nst": "America/St_Johns",
    "pkt": "Asia/Karachi", "myt": "Asia/Kuala_Lumpur", "kst": "Asia/Seoul",
    "pht": "Asia/Manila", "ksa": "Asia/Riyadh", "pkst": "Asia/Karachi",
    "hkst": "Asia/Hong_Kong", "wib": "Asia/Jakarta", "trt": "Europe/Istanbul",
    "brt": "America/Sao_Paulo", "nz": "Pacific/Auckland",
}  # fmt: skip
_PLACES = {
    **{name: f"Europe/{name.title()}" for name in (
        "london", "dublin", "berlin", "paris", "madrid", "amsterdam", "zurich", "oslo",
        "stockholm", "copenhagen", "helsinki", "vienna", "brussels", "lisbon", "rome",
        "prague", "warsaw", "budapest", "athens", "bucharest", "istanbul", "tallinn",
        "riga", "vilnius", "sofia", "zagreb", "luxembourg", "malta",
    )},
    **{name: f"Australia/{name.title()}" for name in (
        "sydney", "melbourne", "brisbane", "perth", "adelaide", "hobart", "darwin",
    )},
    **{name: f"America/{name.title().replace(' ', '_')}" for name in (
        "new york", "chicago", "denver", "phoenix", "los angeles", "detroit", "toronto",
        "vancouver", "halifax", "winnipeg", "edmonton", "mexico city", "bogota",
        "sao paulo",
    )},
    **{name: f"Asia/{name.title().replace(' ', '_')}" for name in (
        "singapore", "tokyo", "seoul", "dubai", "kolkata", "hong kong", "shanghai",
        "karachi", "dhaka", "bangkok", "manila", "jakarta", "riyadh", "kathmandu",
    )},
    **{name: f"Africa/{name.title()}" for name in (
        "lagos", "nairobi", "johannesburg", "cairo", "accra", "kampala",
    )},
    "uk": "Europe/London", "british": "Europe/London", "edinburgh": "Europe/London",
    "irish": "Europe/Dublin", "german": "Europe/Berlin", "munich": "Europe/Berlin",
    "hamburg": "Europe/Berlin", "frankfurt": "Europe/Berlin", "zürich": "Europe/Zurich",
    "swiss": "Europe/Zurich", "french": "Europe/Paris", "dutch": "Europe/Amsterdam",
    "rotterdam": "Europe/Amsterdam", "barcelona": "Europe/Madrid",
    "geneva": "Europe/Zurich", "india": "Asia/Kolkata", "indian": "Asia/Kolkata",
    "mumbai": "Asia/Kolkata", "delhi": "Asia/Kolkata", "bangalore": "Asia/Kolkata",
    "uae": "Asia/Dubai", "abu dhabi": "Asia/Dubai", "auckland": "Pacific/Auckland",
    "wellington": "Pacific/Auckland", "cape town": "Africa/Johannesburg",
    "montréal": "America/Toronto", "montreal": "America/Toronto",
    "boston": "America/New_York", "san francisco": "America/Los_Angeles",
    "seattle": "America/Los_Angeles", "eastern": "America/New_York",
    "central": "America/Chicago", "mountain": "America/Denver",
    "pacific": "America/Los_Angeles", "atlantic": "America/Halifax",
    **{name: zone for zone, names in {
        "Pacific/Honolulu": ("hawaii", "hawaiian", "honolulu"),
        "America/Anchorage": ("alaska", "anchorage"),
        "America/Phoenix": ("arizona",),
        "America/Edmonton": ("calgary",),
        "America/Toronto": ("ottawa",),
        "America/New_York": ("atlanta", "miami", "philadelphia", "washington", "dc"),
        "America/Chicago": ("austin", "dallas", "houston", "minneapolis", "texas"),
        "America/Los_Angeles": ("portland", "san diego", "california"),
        "America/Sao_Paulo": ("brazil", "são paulo", "rio"),
        "America/Argentina/Buenos_Aires": ("argentina", "buenos aires"),
        "Europe/London": ("glasgow", "belfast", "cardiff", "manchester", "england"),
        "Europe/Dublin": ("ireland", "cork", "galway"),
        "Europe/Berlin": ("germany", "cologne", "stuttgart", "leipzig"),
        "Europe/Paris": ("france", "lyon"),
        "Europe/Madrid": ("spain", "spanish"),
        "Europe/Rome": ("italy", "italian", "milan"),
        "Europe/Lisbon": ("portugal", "portuguese", "porto"),
        "Europe/Warsaw": ("poland", "polish", "krakow", "gdansk"),
        "Europe/Stockholm": ("sweden", "swedish"),
        "Europe/Oslo": ("norway", "norwegian"),
        "Europe/Copenhagen": ("denmark", "danish"),
        "Europe/Helsinki": ("finland", "finnish"),
        "Europe/Athens": ("greece", "greek"),
        "Europe/Istanbul": ("turkey", "turkish"),
        "Europe/Vienna": ("austria", "austrian"),
        "Europe/Brussels": ("belgium", "belgian"),
        "Europe/Amsterdam": ("netherlands", "holland", "utrecht", "eindhoven"),
        "Africa/Lagos": ("nigeria", "nigerian", "abuja", "west africa"),
        "Africa/Accra": ("ghana", "ghanaian"),
        "Africa/Nairobi": ("kenya", "kenyan", "east africa", "mombasa"),
        "Africa/Johannesburg": ("south africa", "south african", "sa", "durban"),
        "Africa/Cairo": ("egypt", "egyptian"),
        "Africa/Kigali": ("kigali", "rwanda"),
        "Africa/Casablanca": ("casablanca", "morocco"),
        "Asia/Riyadh": ("saudi", "saudi arabia", "jeddah", "arabia"),
        "Asia/Dubai": ("gulf", "sharjah"),
        "Asia/Qatar": ("doha", "qatar"),
        "Asia/Kuwait": ("kuwait",),
        "Asia/Muscat": ("muscat", "oman"),
        "Asia/Bahrain": ("bahrain",),
        "Asia/Jerusalem": ("israel", "tel aviv", "jerusalem"),
        "Asia/Karachi": ("pakistan", "lahore"),
        "Asia/Dhaka": ("bangladesh",),
        "Asia/Colombo": ("colombo", "sri lanka"),
        "Asia/Kolkata": ("chennai", "hyderabad", "bengaluru", "pune"),
        "Asia/Kuala_Lumpur": ("kuala lumpur", "malaysia", "malaysian", "kl"),
        "Asia/Manila": ("philippine", "philippines"),
        "Asia/Shanghai": ("china", "chinese", "beijing", "shenzhen"),
        "Asia/Tokyo": ("japan", "japanese", "osaka"),
        "Asia/Seoul": ("korea", "korean"),
        "Asia/Ho_Chi_Minh": ("vietnam", "hanoi", "ho chi minh city"),
        "Pacific/Auckland": ("new zealand", "nz", "christchurch"),
        "Australia/Sydney": ("canberra", "nsw"),
        "Australia/Brisbane": ("queensland",),
    }.items() for name in names},
}  # fmt: skip
# Letters that stand for another zone, too, by how far its winter is ahead of UTC:
# AST is told in Arabia, CST in China, IST in Israel, BST in Bangladesh.
_SHARED = {
    name: timedelta(hours=ahead)
    for name, ahead in {"AST": 3, "CST": 8, "IST": 2, "BST": 6, "MST": 8}.items()
}
# Where 9/3 is the third of September.
_MONTH_FIRST = re.compile(
    r"America/(?:New_York|Chicago|Denver|Phoenix|Los_Angeles|Anchorage|Detroit|Boise"
    r"|Indiana/\w+|Kentucky/\w+)|Pacific/Honolulu|US/\w+"
)
_OFFSET = re.compile(
    r"[\s(,]*(?:GMT|UTC)\s?(?P<sign>[+\u2212-])(?P<hours>\d{1,2})(?::?(?P<minutes>[0-5]\d))?\b"
)
# "GMT" in July means the clock on a British wall, so it is read as London time.
_SHORT = re.compile(
    r"[\s(,]*(?P<name>[A-Z]{2,4}|gmt|utc|bst|c?est|cet|edt|[pcm][sd]t|ist|ae[sd]t)\b"
)
_HOME = re.compile(r"[\s(,]*(?:your\stime|for\syou\b)", re.IGNORECASE)
_PLACE = "|".join(re.escape(name).replace(r"\ ", r"\s") for name in _PLACES)
_LONG = re.compile(
    rf"[\s(,]*(?:your\s)?(?P<name>{_PLACE})"
    rf"(?:\s(?:standard|daylight|summer))?\stime\b"
    rf"|[\s,(]*(?:(?:our|my|local)\s(?:time|end)|here)(?:[\s,]*(?:over\s)?here)?"
    rf"[\s,]*in\s(?P<here>{_PLACE})\b"
    rf"|\s?[(/,]\s?(?:in\s)?(?P<alone>{_PLACE})\s?[),/]"
    rf"|,?\s(?:in\s)?(?P<inside>{_PLACE})(?=\s?[),=])"
    rf"|\s?\(?(?P<north>(?-i:Eastern|Central|Mountain|Pacific|UK))\b(?!\s[A-Z\w])",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[\s(,]*(?P<name>[A-Z][a-z]+/[A-Z][A-Za-z]+(?:_[A-Z][a-z]+)*)\b")
# "All times are BST" is said of every time in the mail.
_ALL = re.compile(
    rf"\b(?:all|times|every\stime|time\szone|timezone)\b\s?(?:times\s)?(?:are\s|shown\s|given\s"
    rf"|listed\s|quoted\s)?(?:in\s|is\s)?[:(]?\s?(?P<name>{_PLACE}"
    r"|(?-i:[A-Z]{3,4}|ET|CT|MT|PT))\b(?!\s(?:team|office|staff|site))",
    re.IGNORECASE,
)
_END_OF_RANGE = re.compile(
    r"\s*(?:-|\u2013|to)\s*\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?", re.IGNORECASE
)


def zone_named(after: str, home: tzinfo) -> tzinfo | None:
    """Return the zone named right behind a time, or None.

    Of letters that stand for several zones the one at home is meant.
    """
    range_end = _END_OF_RANGE.match(after)
    rest = after[range_end.end() :] if range_end else after
    if _HOME.match(rest):
        return home
    if offset := _OFFSET.match(rest):
        return _offset(offset)
    if long := _LONG.match(rest):
        return _zone(_PLACES[long[long.lastgroup or 0].lower()])
    if short := _SHORT.match(rest):
        return _meant(short["name"], home)
    named = _NAMED.match(rest)
    return _full(named["name"]) if named else None


def zone_of_all(text: str, home: tzinfo) -> tzinfo | None:
    """Return the zone that a text says all its times are in, or None."""
    found = _ALL.search(text)
    if found is None:
        return None
    place = _PLACES.get(found["name"].lower())
    return _zone(place) if place else _meant(found["name"], home)


def _meant(letters: str, home: tzinfo) -> tzinfo | None:
    """Return what letters like IST or MST stand for to somebody at home."""
    said = letters.upper()
    if _SHARED.get(said) == datetime(2026, 1, 1, tzinfo=home).utcoffset():
        return home
    days = (datetime(2026, month, 1, tzinfo=home) for month in (1, 7))
    if any(day.tzname() == said for day in days):
        return home
    name = _ZONES.get(said.lower())
    return _zone(name) if name else None


def _full(name: str) -> tzinfo | None:
    known = name in _ZONES.values() or name in _PLACES.values()
    return _zone(name) if known else None


def _offset(found: re.Match[str]) -> tzinfo:
    ahead = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    return timezone(ahead if found["sign"] == "+" else -ahead)


def is_month_first(zone: tzinfo) -> bool:
    """Tell whether people in a zone write the month before the day."""
    return _MONTH_FIRST.fullmatch(str(zone)) is not None


@cache
def _zone(name: str) -> tzinfo:
    return UTC if name == "UTC" else ZoneInfo(name)
