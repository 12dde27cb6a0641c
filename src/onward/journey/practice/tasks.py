"""What is done about practice while nobody looks: old sound goes."""

from onward.background.schedule import repeated
from onward.journey.practice.models import USUAL_KEEP_DAYS, Studio, Take
from onward.journey.practice.takes import delete_old_sound

_HOUR = 3600.0


@repeated(seconds=_HOUR)
def delete_sound_in_time() -> None:
    """Delete sound that was kept for as long as each person chose."""
    chosen = dict(Studio.objects.values_list("person_id", "keep_days"))
    owners = Take.objects.exclude(sound_key=b"").values_list("person_id", flat=True)
    for person_id in owners.distinct().order_by("person_id"):
        keep_days = chosen.get(person_id, USUAL_KEEP_DAYS)
        if keep_days:
            delete_old_sound(keep_days=keep_days, person_id=person_id)
