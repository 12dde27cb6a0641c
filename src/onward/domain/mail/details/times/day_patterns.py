"""How people write days."""

import re

MONTHS = (
    "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    "|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?"
    "|januari?|februari?|märz|maart|mai|mei|juni|juli|augustus|augusti|okt(?:ober)?"
    "|dez(?:ember)?"
)
# "Sat" and "sun" in small letters are words of their own, but before a figure.
WEEKDAYS = (
    "mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday|nsday)?|wensday|thu(?:r(?:s(?:day)?)?)?"
    "|fri(?:day)?|saturday|sunday|(?:(?-i:Sat|SAT|Sun|SUN)|(?:sat|sun)(?=\\s\\d))"
    "|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag"
)
_TOMORROW = r"tomm?orr?ow?|tmrr?o?w|tmr|tomoz|2moro|(?<!guten\s)(?<!schönen\s)morgen"
TH = r"(?:st|nd|rd|th)"
_NO_MONTH = rf"(?!\)?,?\s(?:of\s)?(?:{MONTHS})\b)"
_NO_HOUR = (
    r"(?![:.h/]\d|\d|\s?[ap]\.?m\b"
    r"|\s?(?:o['\u2019]?clock|hrs|hours|uhr|ish|noon|midday|sharp|prompt)\b"
    r"|\s?(?:-|\u2013|to|or|and)\s?\d)"
)
DAY = re.compile(
    rf"""\b(?:
      (?P<iso>\d{{4}}[-/]\d{{2}}[-/]\d{{2}})(?=\b|T\d)
    | (?P<d1>\d{{1,2}})(?:{TH}|\.)?[\s/-](?:of\s)?(?P<m1>{MONTHS})
      \b\.?(?:,?[\s/-](?P<y1>20\d\d)(?!\s?h)|[/'\u2019-](?P<z1>\d\d)\b)?
    | (?P<m2>{MONTHS})\.?\s(?:the\s)?(?P<d2>\d{{1,2}}){TH}?\b
      (?!:|\.\d\d|\s?[ap]\.?m\b|\s?hrs)(?:,?\s(?P<y2>20\d\d))?
    | (?P<d3>\d{{1,2}})(?:/(?P<m3>\d{{1,2}})(?:/(?P<y3>20\d\d|\d\d))?\b
      |-(?P<m4>\d{{1,2}})-(?P<y4>20\d\d|\d\d)\b
      |-(?P<m7>0\d|1[0-2])(?=\s(?:at|om|um|@)\s\d)
      |\.(?P<m5>\d{{1,2}})\.(?P<y5>20\d\d|\d\d\b)?)(?!\s?[ap]m)
    | (?:(?P<next>next\sweek,?(?:\son)?|next|this|coming|last|past
        |a\s(?:week|fortnight)(?:\son|\sfrom)?|week\son|two\sweeks\s(?:on|from))\s)?
      (?P<week>{WEEKDAYS})\b\.?
      (?:(?:,?\s\(?(?:the\s)?(?P<d4>\d{{1,2}}){TH}\b\)?{_NO_MONTH})
        |,?\s(?P<d6>\d{{1,2}})\b{_NO_HOUR}{_NO_MONTH})?
      (?P<after>\safter\snext\b|\s(?:week|fortnight)\b(?!\s(?:comm|begin|of\b|\d))
        |(?:\s(?:morning|afternoon|evening|lunchtime))?(?:,|\sof)?\s
          (?:next\sweek|the\sweek\safter\snext))?
    | (?:the|on|den)\s(?P<d5>\d{{1,2}}){TH}\b{_NO_MONTH}(?P<later>\sof\snext\smonth)?
      (?!\s(?:stage|round|interview|floor|time|street|avenue|ave|road|grade|year|week
        |of\s(?!this|the\smonth)|candidate|person|one|place|in\sline)\b)
    | (?P<ahead>(?:a|two)\sweeks?|a\sfortnight|week)\s(?:from\s)?
      (?P<count>today|tomorrow|tmrw)
    | (?P<rel>(?:today|{_TOMORROW})(?:\s(?P<more>week|fortnight)\b)?
      |(?:the\s)?day\safter\stomorrow|übermorgen|heute|tonight
      |this\s(?:afternoon|morning|evening))
    )""",
    re.IGNORECASE | re.VERBOSE,
)
