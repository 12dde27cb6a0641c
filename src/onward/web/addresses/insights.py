"""Which address leads to which page: insights."""

from django.urls import URLPattern, path

from onward.web.pages import insights, insights_odds, insights_things

urlpatterns: list[URLPattern] = [
    path("insights/", insights.show, name="insights"),
    path("insights/odds/", insights_odds.show, name="odds"),
    path("insights/odds/usual/<slug:step>/", insights_odds.usual, name="usual"),
    path("insights/counted/<slug:group>/", insights.counted, name="counted"),
    path("insights/silent/<int:days>/", insights.silent, name="counted-silent"),
    path("insights/said/<slug:origin>/", insights_things.points, name="counted-points"),
    path("insights/rated/<slug:technique>/", insights_things.uses, name="counted-uses"),
    path("insights/practised/", insights_things.answers, name="counted-answers"),
    path(
        "insights/practised/<slug:side>/<slug:half>/",
        insights_things.answers,
        name="counted-answers",
    ),
    path("insights/guesses/", insights_things.guesses, name="counted-guesses"),
    path(
        "insights/guesses/<int:place>/", insights_things.guesses, name="counted-guesses"
    ),
    path(
        "insights/new-ways/<int:pk>/drop/", insights.drop_new_way, name="drop-new-way"
    ),
]
