"""The speech model on this machine: where it lies, and how it gets here by consent."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from onward.adapters.transcription import carriers
from onward.adapters.transcription.model_files import SIZE_BYTES, looks_whole, trusted
from onward.domain.errors import OnwardError

FOLDER = Path("speech") / "whisper-base"
NO_PACKAGE = (
    "Speech recognition is not installed, so there will be no words from your voice. "
    "Typed answers work as always."
)
NO_MODEL = (
    "The speech model is not on this machine yet, so there will be no words from your "
    "voice. Typed answers work as always."
)


class OfflineError(OnwardError):
    """Onward is set to stay offline, so it fetches nothing."""


@dataclass(frozen=True, slots=True)
class WhisperModel:
    """Whisper base: in a folder somebody named, in the data folder, or in packages.

    `fetched` is where it is kept, `named` a folder that goes before it.
    """

    fetched: Path
    named: Path | None = None
    is_offline: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the model is on this machine; packages that carry it count."""
        return bool(self.lies_in or carriers.installed())

    @property
    def lies_in(self) -> Path | None:
        """The folder with all of its files, or None."""
        for folder in filter(None, (self.named, self.fetched)):
            if looks_whole(folder):
                return folder
        return None

    @property
    def may_be_fetched(self) -> bool:
        """Whether asking the person makes sense."""
        return not self.is_offline and carriers.can_fetch()

    @property
    def size_bytes(self) -> int:
        """What would be fetched."""
        return SIZE_BYTES

    @property
    def missing(self) -> str:
        """One plain sentence what is missing for recognition; empty when nothing is."""
        if find_spec("ctranslate2") is None:
            return NO_PACKAGE
        return "" if self.is_there else NO_MODEL

    def fetch(self, told: Callable[[int], None] | None = None) -> None:
        """Fetch the model once, if it is not there; raises what can be told."""
        if self.is_there:
            return
        if self.is_offline:
            raise OfflineError
        carriers.fetch(self.fetched, told or (lambda _: None))

    def folder(self) -> Path:
        """Return the folder to load from, checked; puts carried halves together."""
        if self.lies_in is None:
            carriers.join(carriers.installed(), self.fetched)
        return trusted(self.lies_in or self.fetched)
