"""Which address leads to which page: development."""

from django.urls import URLPattern, path

from onward.web.pages import plan, plan_screens

urlpatterns: list[URLPattern] = [
    path("plan/", plan.show, name="plan"),
    path("plan/patterns/", plan.patterns, name="plan-patterns"),
    path("plan/patterns/place/", plan.place, name="plan-place"),
    path("plan/begin/", plan.begin, name="plan-begin"),
    path("plan/from-feedback/<int:pk>/", plan.from_note, name="plan-from-note"),
    path("plan/practices/<int:pk>/", plan_screens.drill, name="plan-drill"),
    path("plan/review/", plan_screens.review, name="plan-look-back"),
    path("plan/review/<int:pk>/", plan_screens.review, name="plan-review"),
    path("plan/<int:pk>/take-up/", plan.take_up, name="plan-take-up"),
    path("plan/<int:pk>/shelf/", plan.shelve, name="plan-shelf"),
    path("plan/<int:pk>/retire/", plan.retire, name="plan-retire"),
    path("plan/<int:pk>/space/", plan.space, name="plan-space"),
    path(
        "plan/<int:pk>/week/<int:number>/drop/",
        plan_screens.drop_time,
        name="plan-drop-time",
    ),
    path("plan/<int:pk>/<slug:name>/", plan_screens.screen, name="plan-screen"),
]
