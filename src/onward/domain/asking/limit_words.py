"""The words by which a sentence says until when, as patterns share them."""

from onward.domain.number_words import NUMBER_WORDS

MONTHS = (
    *("jan(?:uary)?", "feb(?:ruary)?", "mar(?:ch)?", "apr(?:il)?", "may", "june?"),
    *("july?", "aug(?:ust)?", "sept?(?:ember)?", "oct(?:ober)?", "nov(?:ember)?"),
    "dec(?:ember)?",
)
LATEST = (
    r"(?:(?<!come\s)(?<!drop\s)(?<!pop\s)(?<!stop\s)by|until|till|til|before|up\sto"
    r"|(?:no|not)\slater\sthan|this\sside\sof|latest|bis(?:\s(?:zum|am))?"
    r"|bis\s(?:einschließlich|spätestens)(?:\s(?:zum|am))?"
    r"|spätestens(?:\s(?:bis|am|zum))*"
    r"|(?<!go\s)(?<!talk\s)(?<!run\s)(?<!walk\s)(?<!you\s)through)"
)
# "By noon on", "until close of play on", "before the end of term on".
HOUR = (
    r"(?:(?:\d{1,2}(?:[:.]\d\d)?(?:\s?[ap]\.?m\b\.?|\so['\u2019]clock|\s?hrs)?"
    r"|noon|midday|midnight|lunch(?:time)?|tea(?:\s?time)?|c\.?o\.?b\.?|e\.?o\.?d\.?"
    rf"|close|{'|'.join(NUMBER_WORDS[:12])}"
    r"|(?:the\s)?(?:end|close)\sof\s(?:\w+\s){0,2}?\w+),?\s(?:on\s|this\s)?)"
)
WEEKDAY = (
    r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
    r"[.,]?\s(?:the\s)?)"
)
