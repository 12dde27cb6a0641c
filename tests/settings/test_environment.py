from datetime import date
from pathlib import Path

import pytest

from onward.settings.environment import Environment, SettingNotUnderstoodError, read


def test_without_any_variable_the_usual_holds() -> None:
    assert read({}) == Environment()


def test_an_empty_variable_is_as_good_as_none() -> None:
    assert read({"ONWARD_PORT": " ", "ONWARD_TODAY": ""}) == Environment()


def test_variables_are_read_as_what_they_are() -> None:
    found = read(
        {
            "ONWARD_DATA_DIR": "~/search",
            "ONWARD_PORT": "0",
            "ONWARD_OPEN_BROWSER": "False",
            "ONWARD_DEBUG": "1",
            "ONWARD_TIME_ZONE": "Asia/Tokyo",
            "ONWARD_TODAY": "2026-11-03",
            "ONWARD_PEOPLE": "many",
            "ONWARD_KEY_RING": "no",
            "ONWARD_LOG_LEVEL": "info",
            "PORT": "1",
        }
    )
    assert found == Environment(
        data_dir=Path.home() / "search",
        port=0,
        open_browser=False,
        debug=True,
        time_zone="Asia/Tokyo",
        today=date(2026, 11, 3),
        people="many",
        key_ring=False,
        log_level="INFO",
    )


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("PORT", "many"),
        ("PORT", "65536"),
        ("PORT", "-1"),
        ("PORT", "٣٤"),
        ("OPEN_BROWSER", "perhaps"),
        ("DEBUG", "2"),
        ("TIME_ZONE", "Mars/Base"),
        ("TIME_ZONE", "../../etc/passwd"),
        ("TODAY", "tomorrow"),
        ("PEOPLE", "two"),
        ("LOG_LEVEL", "LOUD"),
    ],
)
def test_what_makes_no_sense_is_told_with_what_would(name: str, text: str) -> None:
    with pytest.raises(SettingNotUnderstoodError, match="It is") as told:
        read({f"ONWARD_{name}": text})
    assert f"ONWARD_{name} cannot be" in str(told.value)


def test_secrets_are_not_shown_by_chance() -> None:
    found = read(
        {"ONWARD_SECRET_KEY": "hush", "ONWARD_DATABASE_URL": "postgresql://hush"}
    )
    assert "hush" not in repr(found)
