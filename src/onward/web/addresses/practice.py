"""Which address leads to which page: practice."""

from django.urls import URLPattern, path

from onward.web.pages import (
    practice,
    practice_question,
    practice_settings,
    practice_share,
    practice_sound,
    practice_take,
    practice_time,
)

_QUESTION = "practice/<int:pk>/<int:number>/"
_TAKE = "practice/takes/<slug:key>/"

urlpatterns: list[URLPattern] = [
    path("practice/", practice.begin, name="practice"),
    path("practice/over-time/", practice_time.show, name="practice-over-time"),
    path("practice/settings/", practice_settings.show, name="practice-settings"),
    path("practice/settings/fetch/", practice_settings.fetch, name="practice-fetch"),
    path("practice/settings/forget/", practice_settings.forget, name="practice-forget"),
    path("practice/settings/model/", practice_settings.endpoint, name="practice-model"),
    path("practice/<int:pk>/", practice.ready, name="practice-ready"),
    path("practice/<int:pk>/gentler/", practice.gentler, name="practice-gentler"),
    path("practice/<int:pk>/end/", practice.end, name="practice-end"),
    path(_QUESTION, practice_question.show, name="practice-question"),
    path(f"{_QUESTION}begin/", practice_question.begin, name="practice-begin-take"),
    path(f"{_QUESTION}guess/", practice_question.guess, name="practice-guess"),
    path(f"{_QUESTION}voice.wav", practice_question.voice, name="practice-voice"),
    path(_TAKE, practice_take.show, name="take"),
    path(f"{_TAKE}sound/", practice_sound.take_in, name="take-sound"),
    path(f"{_TAKE}words/", practice_sound.words, name="take-words"),
    path(f"{_TAKE}typed/", practice_sound.typed, name="take-typed"),
    path(f"{_TAKE}heard.wav", practice_sound.give_out, name="take-heard"),
    path(f"{_TAKE}next/", practice_question.follow, name="take-next"),
    path(f"{_TAKE}end/", practice_take.end, name="take-end"),
    path(f"{_TAKE}again/", practice_take.again, name="take-again"),
    path(f"{_TAKE}mark/", practice_take.mark, name="take-mark"),
    path(f"{_TAKE}own-mark/", practice_take.own_mark, name="take-own-mark"),
    path(f"{_TAKE}felt/", practice_take.confidence, name="take-confidence"),
    path(f"{_TAKE}alone/", practice_take.alone, name="take-alone"),
    path(f"{_TAKE}words.txt", practice_take.transcript, name="take-transcript"),
    path(f"{_TAKE}delete/", practice_take.delete, name="take-delete"),
    path(f"{_TAKE}share/", practice_share.show, name="take-share"),
    path(f"{_TAKE}share/take.html", practice_share.file, name="take-file"),
    path(f"{_TAKE}beside/<slug:other>/", practice_take.compare, name="take-compare"),
]
