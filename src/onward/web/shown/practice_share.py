"""The file of a shared take, and the page that offers it.

The file must open anywhere and alone, so its style, script and sound stand in it. That
is why it is put together here and is no page: pages allow nothing inside themselves.
"""

from base64 import b64encode
from dataclasses import dataclass
from html import escape
from pathlib import Path

from django.contrib.staticfiles import finders
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from onward.journey.practice.lessons import learned_from
from onward.journey.practice.marks import marks_of
from onward.journey.practice.models import Take
from onward.journey.practice.sharing import View, opinions_of
from onward.journey.practice.sound import has_sound, recording_of, wav
from onward.journey.practice.words import question_of, words_of
from onward.web.shown.practice_transcript import transcript
from onward.web.shown.practice_words import take_name

_RULES = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; "
    "media-src data:; form-action 'none'; base-uri 'none'"
)


@dataclass(frozen=True, slots=True)
class Sharing:
    """What can be shared of a take, and what others thought of it."""

    name: str
    question: str
    url: str
    file_url: str
    has_sound: bool
    back_url: str
    opinions: tuple[View, ...]


def sharing_of(take: Take) -> Sharing:
    """Return the page of sharing a take."""
    return Sharing(
        take_name(take.number),
        question_of(take),
        reverse("take-share", args=[take.key]),
        reverse("take-file", args=[take.key]),
        has_sound(take),
        reverse("take", args=[take.key]),
        opinions_of(take),
    )


def shared_file(take: Take, *, with_sound: bool) -> str:
    """Return one HTML page with the answer and a form, which needs nothing else."""
    title = escape(question_of(take))
    return "".join(
        (
            f'<!DOCTYPE html><html lang="{escape(get_language() or "en")}"><head>',
            '<meta charset="utf-8"><meta name="viewport" content="width=device-width">',
            f'<meta http-equiv="Content-Security-Policy" content="{_RULES}">',
            f"<title>{title}</title><style>{_file('page.css')}</style></head><body><main>",
            f"<h1>{title}</h1>",
            f'<p class="soft">{_escaped(_("Somebody practised an answer to this and asks what you think of it."))}</p>',  # noqa: E501 - one sentence
            _words(take),
            _sound(take) if with_sound and has_sound(take) else "",
            _form(take),
            f"<script>{_file('page.js')}</script></main></body></html>",
        )
    )


def _words(take: Take) -> str:
    words = words_of(take)
    marks = marks_of(take, words, learned_from(take.person))
    said = []
    for segment in transcript(words, marks, None):
        text = "".join(f"{token.text}{token.gap}" for token in segment.tokens)
        label = f"<b>{escape(segment.label)}</b>" if segment.label else ""
        said.append(f"<p>{label}{escape(text.strip())}</p>")
    return f'<div class="words">{"".join(said)}</div>' if said else ""


def _sound(take: Take) -> str:
    sound = recording_of(take)
    packed = sound.packed()
    kind, content = ("webm", packed) if packed else ("wav", wav(sound.samples()))
    label = _escaped(_("The answer, to be heard"))
    told = b64encode(content).decode()
    source = f"data:audio/{kind};base64,{told}"
    return f'<audio controls aria-label="{label}" src="{source}"></audio>'


def _form(take: Take) -> str:
    saved = _escaped(
        _("Saved. Send the file onward-answer.json back to whoever asked.")
    )
    fields = (
        ("keep", _("One thing to keep"), True),
        ("attempt", _("One thing to try"), True),
        ("clear", _("What did you not understand?"), True),
        ("more", _("Anything else"), True),
        ("by", _("Your name, if you like"), False),
    )
    told = "".join(_field(name, label, long=long) for name, label, long in fields)
    return (
        f"<h2>{_escaped(_('What do you think?'))}</h2>"
        f'<p class="soft">{_escaped(_("Leave out whatever you like. Nothing is sent: you get a small file to send back."))}</p>'  # noqa: E501 - one sentence
        f'<form data-take="{take.key}" data-saved="{saved}">{told}'
        f"<button>{_escaped(_('Save my answer'))}</button>"
        '<p role="status"></p></form>'
    )


def _field(name: str, label: str, *, long: bool) -> str:
    inner = f'id="{name}" name="{name}" maxlength="2000"'
    field = f"<textarea {inner}></textarea>" if long else f"<input {inner}>"
    return f'<label for="{name}">{_escaped(label)}</label>{field}'


def _escaped(text: str) -> str:
    return escape(str(text))


def _file(name: str) -> str:
    found = finders.find(f"practice-file/{name}")
    return Path(str(found)).read_text("utf-8")
