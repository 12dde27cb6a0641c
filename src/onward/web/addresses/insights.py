"""Which address leads to which page: insights."""

from django.urls import URLPattern, path

from onward.web.pages import insights, insights_odds

urlpatterns: list[URLPattern] = [
    path("insights/", insights.show, name="insights"),
    path("insights/odds/", insights_odds.show, name="odds"),
    path("insights/odds/usual/<slug:step>/", insights_odds.usual, name="usual"),
    path("insights/counted/<slug:group>/", insights.counted, name="counted"),
    path("insights/silent/<int:days>/", insights.silent, name="counted-silent"),
    path(
        "insights/new-ways/<int:pk>/drop/", insights.drop_new_way, name="drop-new-way"
    ),
]
