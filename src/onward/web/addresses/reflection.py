"""Which address leads to which page: reflection, and the lock on private words."""

from django.urls import URLPattern, path

from onward.web.pages import private_words, reflection

_HERE = "applications/<int:pk>/reflect/"
_ONE = f"{_HERE}<int:number>/"

urlpatterns: list[URLPattern] = [
    path(_HERE, reflection.hub, name="reflect"),
    path(f"{_ONE}facts/", reflection.facts, name="reflect-facts"),
    path(f"{_ONE}meaning/", reflection.meaning, name="reflect-meaning"),
    path(f"{_ONE}paper/", reflection.paper, name="reflect-paper"),
    path(f"{_ONE}who-sees-it/", reflection.seen, name="reflect-seen"),
    path(f"{_ONE}delete/", reflection.delete, name="delete-reflection"),
    path(f"{_ONE}<slug:name>/", reflection.screen, name="reflect-screen"),
    path("private-words/", private_words.show, name="private-words"),
    path("private-words/open/", private_words.unlock, name="open-private-words"),
    path("private-words/lock/", private_words.lock, name="lock-private-words"),
    path("private-words/anew/", private_words.begin_anew, name="private-words-anew"),
]
