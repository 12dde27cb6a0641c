"""The variables that start with ONWARD_, read once, typed and bounded."""

from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal

from platformdirs import user_data_path
from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from onward.domain.errors import OnwardError

PREFIX = "ONWARD_"


class SettingNotUnderstoodError(OnwardError):
    """A setting makes no sense; see docs/operate/settings.md."""


class Environment(BaseSettings):
    """What whoever runs Onward may set; every field is described in docs/operate."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    data_dir: Path = Field(default_factory=lambda: user_data_path("onward"))
    database_url: str = ""
    secret_key: SecretStr = SecretStr("")
    port: int = Field(default=8766, ge=0, le=65535)
    open_browser: bool = True
    debug: bool = False
    time_zone: str = "Europe/London"
    today: date | None = None
    people: Literal["one", "many"] = "one"
    key_ring: bool = True
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = "WARNING"


@cache
def environment() -> Environment:
    """Return the environment as it was when first asked for."""
    try:
        return Environment()
    except ValidationError as error:
        first = error.errors()[0]
        name = f"{PREFIX}{first['loc'][0]}".upper()
        message = f"{name} makes no sense: {first['msg']}."
        raise SettingNotUnderstoodError(message) from error
