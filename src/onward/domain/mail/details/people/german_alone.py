"""Tells where a German mail says that whoever wrote it will be there, and nobody else.

It is asked only of mail that names nobody else.
"""

import re

# Between the two of them ...
_ONLY_US = (
    r"\bnur (?:wir (?:zwei|beide)|(?:Sie|du) und ich|ich und (?:Sie|du))\b"
    r"|\b(?:Sie|du|wir) (?:und ich|zwei|beide) (?:allein|unter uns|in Ruhe)\b"
    r"|\b(?:wir|sitzen wir|sind wir) (?:beide )?(?:allein|zu zweit|unter vier Augen)\b"
    r"|\b\w*(?:gespräch|sprechen|treffen|telefonat|kaffee"
    r"|rede\w*)\b[^.\n]{0,60}\bmit mir\b"
    r"(?! und\b)|\bkomm\w*\b[^.!?\n]{0,80}\b(?:zu mir|bei mir)\b|\bbei mir (?:im|in"
    r"|am)\b"
)
# ... or by what they will do then.
_I_DO = (
    r"\bich (?:rufe?|melde"
    r" mich)\b[^.!?\n]{0,10}(?:[^!?\n]{0,60})\d{1,2}(?:[.:]\d\d)?(?: Uhr)?"
    r"\b[^!?\n]{0,60}\b(?:an|bei)\b"
    r"|\b(?:ich|bin) (?:bin )?(?:\w{1,10} ){0,4}(?:da|dort|hier|vor Ort|zurück"
    r"|im Büro)\b"
    r"|\bich (?:erwarte|empfange|treffe|interviewe) (?:Sie|dich)\b"
    r"|\b(?:habe?|hätte) ich (?:\w{1,12} ){0,5}Zeit\b|\bich (?:habe?|hätte|nehme mir) "
    r"(?:[^.!?\n]{0,50} )?Zeit\b"
    r"|\bfreue? mich (?:\w{1,12} ){0,3}(?:\w{1,12}, )?(?:Sie|dich) (?:\w{1,14} ){0,3}"
    r"kennenzulernen\b|\b(?:ich bin|bin) (?:\w{1,10} ){0,2}gespannt auf (?:Sie|dich)\b"
    r"|\b(?:ich )?freue? mich (?:\w{1,12} ){0,4}auf (?:Sie|dich|euch|Ihren Besuch"
    r"|deinen Besuch"
    r"|(?:unser|das|ein|Ihr|dein)\w{0,2} (?:\w{1,14} ){0,2}(?:\w*gespräch|Kennenlernen"
    r"|Treffen"
    r"|Austausch|Telefonat|Termin|Besuch|Interview)\w{0,2})(?=\s?[.!,\n)]|$| am| um"
    r"| und)"
    r"|\b(?:würde|möchte) (?:Sie|dich) (?:\w{1,14} ){0,4}(?:kennenlernen|sprechen"
    r"|treffen)\b"
    r"|\b(?:würde|möchte|will) ich (?:Sie|dich|mit Ihnen|mit dir"
    r"|mich mit)\b[^.!?\n]{0,80}"
    r"\b(?:kennenlernen|sprechen|reden|treffen|unterhalten|sehen)\b"
    r"|\bich (?:würde|möchte|will) (?:Sie|dich|mit Ihnen|mit dir"
    r"|mich mit)\b[^.!?\n]{0,80}"
    r"\b(?:kennenlernen|sprechen|reden|treffen|unterhalten|sehen)\b"
    r"|\bmich interessiert\b|\bich (?:mache?|koche?|stelle?) (?:uns|dir|Ihnen)\b"
    r"|\b(?:und|dann) (?:zeige?|führe?|erzähle?) ich (?:Ihnen|dir|Sie|dich)\b"
    r"|\bich zeige? (?:Ihnen|dir)\b"
)
# Whoever writes for others is not there themselves.
_FOR_OTHERS = re.compile(
    r"\bich\b[^.!?\n]{0,60}\bnicht (?:mit |selbst |persönlich )?"
    r"(?:dabei|teil|da|anwesend)\b|\bohne mich\b|\bi\. ?A\.|\bim Auftrag\b"
    r"|\bSekretariat\b|(?m:^)Assisten[tz]\w*\b|\bim Namen (?:von|de[sr])\b|\bUrlaub\b"
    r"|\b(?:unser|der) (?:Kunde|Mandant|Auftraggeber)\b|\b(?:Kunden|Mandanten)\b"
    r"|\b(?:Personalberat|Personalvermittl|Personaldienst|Zeitarbeit)\w*\b",
    re.IGNORECASE,
)
# A call before or after it is no interview.
_OTHER_CALL = re.compile(
    r"\b(?:noch ?mal|vorher|danach|hinterher|nachher|am Tag (?:danach|davor)|falls|wenn"
    r"|sobald|zuvor|vorab)\b[^.!?\n]{0,80}\b(?:an|bei)\b",
    re.IGNORECASE,
)
_ALONE = re.compile(f"{_ONLY_US}|{_I_DO}", re.IGNORECASE)
_SURE = re.compile(_ONLY_US, re.IGNORECASE)
_MOST = 12


def says_writer_alone(text: str, body: int) -> tuple[int, int] | None:
    """Return where a mail says that its writer will be there, if it does."""
    sure = _SURE.search(text, body)
    if sure:
        return sure.span()
    if _FOR_OTHERS.search(text, body):
        return None
    for number, found in enumerate(_ALONE.finditer(text, body)):
        if number == _MOST:
            break
        if not _OTHER_CALL.search(found[0]):
            return found.span()
    return None
