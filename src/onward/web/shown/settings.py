"""What Settings shows."""

from dataclasses import dataclass

from onward.web.shown.shared import Choice


@dataclass(frozen=True, slots=True)
class SettingsShown:
    """The theme, how much mail is taken in, and where everything is kept."""

    themes: tuple[Choice, ...]
    widths: tuple[Choice, ...] = ()
    sentence: str = ""
    data_dir: str = ""
    time_zone: str = ""
    version: str = ""
    forget_url: str = ""
