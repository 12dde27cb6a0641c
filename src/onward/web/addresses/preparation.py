"""Which address leads to which page: preparation."""

from django.urls import URLPattern, path

from onward.web.pages import (
    prepare,
    prepare_day,
    prepare_evidence,
    prepare_needs,
)

_FOR = "applications/<int:pk>/prepare/"

urlpatterns: list[URLPattern] = [
    path(_FOR, prepare.show, name="prepare"),
    path(f"{_FOR}advert/", prepare.advert, name="prepare-advert"),
    path(f"{_FOR}criteria/", prepare.criteria, name="prepare-criteria"),
    path(f"{_FOR}matrix/", prepare_evidence.matrix, name="prepare-matrix"),
    path(f"{_FOR}questions/", prepare_day.questions, name="prepare-questions"),
    path(f"{_FOR}research/", prepare_day.research, name="prepare-research"),
    path(f"{_FOR}day/", prepare_day.day, name="prepare-day"),
    path(f"{_FOR}asks/", prepare_day.asks, name="prepare-asks"),
    path(f"{_FOR}morning/", prepare_day.morning, name="prepare-morning"),
    path(f"{_FOR}needs/", prepare_needs.show, name="prepare-needs"),
    path(f"{_FOR}needs/asked/", prepare_needs.asked, name="prepare-needs-asked"),
    path(f"{_FOR}needs/letter/", prepare_needs.letter, name="prepare-needs-letter"),
    path(f"{_FOR}needs/letter/tone/", prepare_needs.tone, name="prepare-needs-tone"),
    path(
        f"{_FOR}needs/letter/draft.eml", prepare_needs.file, name="prepare-needs-file"
    ),
    path("applications/criteria/<int:pk>/", prepare.criterion, name="criterion"),
    path(
        "applications/criteria/<int:pk>/remove/",
        prepare.remove,
        name="remove-criterion",
    ),
    path(
        "applications/criteria/<int:pk>/cards/", prepare_evidence.lay, name="lay-cards"
    ),
    path("prepare/cards/", prepare_evidence.index, name="cards"),
    path("prepare/cards/new/", prepare_evidence.write, name="write-card"),
    path("prepare/cards/from-cv/", prepare_evidence.from_cv, name="cards-from-cv"),
    path("prepare/cards/<int:pk>/", prepare_evidence.card, name="card"),
    path("prepare/cards/<int:pk>/remove/", prepare_evidence.remove, name="remove-card"),
]
