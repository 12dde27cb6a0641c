"""The sound of practised answers, as files any player opens."""

from collections.abc import Iterator

from onward.journey.custody.taking_out.archive import Part
from onward.journey.people.models import Person
from onward.journey.people.sealing import SealedAwayError
from onward.journey.practice.models import Take
from onward.journey.practice.recording import Recording, folder_of
from onward.journey.practice.sound import has_sound, recording_of, wav

FOLDER = "recordings"
_OGG = b"OggS"


def sound_parts(person: Person) -> Iterator[Part]:
    """Yield the recording of every answer that has one, named by the answer's id."""
    mine = Take.objects.of(person).exclude(sound_key=b"").select_related("person")
    for take in mine.order_by("pk").iterator():
        if not has_sound(take):
            continue
        try:
            recording = recording_of(take)
        except SealedAwayError:
            continue  # another key locked it
        yield _part(take.pk, recording)


def _part(pk: int, recording: Recording) -> Part:
    packed = recording.packed()
    if not packed:
        return Part(f"{FOLDER}/{pk}.wav", (wav(recording.samples()),))
    ending = "ogg" if packed.startswith(_OGG) else "webm"
    return Part(f"{FOLDER}/{pk}.{ending}", (packed,))


def sound_bytes(person: Person) -> int:
    """Return how much room recordings take on the disk, about as much as in the zip."""
    folder = folder_of(person.pk)
    if not folder.is_dir():
        return 0
    return sum(path.stat().st_size for path in folder.glob("*.sound"))
