"""What every test gets: a real database file, and no way out of this machine."""

import os

import pytest
from hypothesis import settings as hypothesis_settings

from tests.tables import NAME, lend_tables, lend_template

# How long an example takes tells of the machine, not of the code.
hypothesis_settings.register_profile("untimed", deadline=None)
hypothesis_settings.load_profile("untimed")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    """Keep SQLite in a file, as in real life: a database in memory has no WAL."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        folder = tmp_path_factory.mktemp("database")
        database["TEST"]["NAME"] = str(folder / NAME)
        lend_tables(folder / NAME)
    else:
        database["TEST"]["TEMPLATE"] = lend_template(os.environ["ONWARD_DATABASE_URL"])


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Take the tables that are there: the first start that made them is tested."""
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database, so that it can run again on PostgreSQL."""
    for item in items:
        asked_for = getattr(item, "fixturenames", ())
        if item.get_closest_marker("django_db") or "db" in asked_for:
            item.add_marker("database")
