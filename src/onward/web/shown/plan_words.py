"""The words for themes, sources, rungs and what a plan asks."""

from django.utils.translation import gettext_lazy as _

from onward.domain.development.focus import Look
from onward.domain.development.patterns import Leaning, Origin
from onward.domain.feedback.weigh import Standing
from onward.domain.nerves.ladder import Rung

THEMES = {
    "structure": _("How an answer is built"),
    "evidence": _("Examples and what came of them"),
    "relevance": _("Staying close to the question"),
    "technical": _("Knowing the trade"),
    "motivation": _("Why this work"),
    "knowledge_of_us": _("Knowing the employer"),
    "interaction": _("Talking with each other"),
    "logistics": _("Times, places and machines"),
    "experience": _("Experience so far"),
    "other_people": _("The others who applied"),
    "policy": _("Their rules"),
}
ORIGINS = {
    Origin.EMPLOYERS: _("Employers"),
    Origin.SELF: _("You"),
    Origin.PRACTICE: _("Practice"),
    Origin.ADVISER: _("Advisers"),
}
LEANINGS = {
    Leaning.BUILD: (_("To build on"), _("What came up as something that could grow.")),
    Leaning.KEEP: (_("To keep"), _("What came across well. Leave it as it is.")),
}
STANDINGS = {
    Standing.NOTE: _("one voice: a note"),
    Standing.PATTERN: _("two voices: a pattern"),
    Standing.PRIORITY: _("three or more voices: worth going first"),
}
RUNGS = {
    Rung.WRITE: _("In writing"),
    Rung.ALONE: _("Aloud, alone"),
    Rung.RECORD: _("Recorded"),
    Rung.FRIEND: _("To a friend"),
    Rung.COACH: _("To an adviser, or somebody I hardly know"),
    Rung.PANEL: _("To two or three people"),
}
LOOKS = {
    Look.TRAIT: _(
        "This says how you would be. What would somebody see or hear you do?"
    ),
    Look.THEIRS: _(
        "This one is theirs to decide. Choose something that is yours to do."
    ),
    Look.SHORT: _("A few more words make it easier to see."),
    Look.LONG: _("Shorter is easier to keep in mind. One thing is enough."),
}
DAYS = (
    *(_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday")),
    *(_("Saturday"), _("Sunday")),
)


def theme_words(theme: str) -> str:
    """Return what a theme is called; a competency is called by its own name."""
    return str(THEMES.get(theme, theme))
