from pathlib import Path

from onward.settings.database import database
from onward.settings.environment import Environment


def test_without_an_address_it_is_a_file_in_the_data_folder(tmp_path: Path) -> None:
    found = database(Environment(data_dir=tmp_path))
    assert found["NAME"] == tmp_path / "onward.sqlite3"
    assert found["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


def test_an_address_is_taken_apart() -> None:
    url = "postgresql://ann:a%20b%2Fc@127.0.0.1:5433/search"
    found = database(Environment(database_url=url))
    assert (found["USER"], found["PASSWORD"]) == ("ann", "a b/c")
    assert (found["HOST"], found["PORT"], found["NAME"]) == (
        "127.0.0.1",
        "5433",
        "search",
    )
