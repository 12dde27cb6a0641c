"""Sound that the browser packed itself, where it could give no samples."""

from django.utils.translation import gettext as _

from onward.domain.speech.heard import Heard


def hear_packed(packed: bytes) -> Heard:
    """Return what is heard in packed sound."""
    return Heard(0.0, missing=_("This browser packs sound in its own way."))
