"""SQLite in the data folder, or PostgreSQL when an address is given."""

from typing import Any
from urllib.parse import unquote, urlsplit

from onward.settings.drives import is_far
from onward.settings.environment import Environment

# 8 MB of cache a connection, because every thread holds its own.
SQLITE_START = (
    "PRAGMA cache_size=-8000;PRAGMA foreign_keys=ON;PRAGMA temp_store=MEMORY;"
)
# WAL lets pages read while an import writes; NORMAL survives a killed process.
NEAR = "PRAGMA journal_mode=WAL;PRAGMA synchronous=NORMAL;"
# Over a network WAL can spoil the file. Slower, and pages wait while an import writes.
FAR = "PRAGMA journal_mode=DELETE;PRAGMA synchronous=FULL;"


def database(environment: Environment) -> dict[str, Any]:
    """Return Django's entry for the one database Onward uses."""
    if environment.database_url:
        return _postgresql(environment.database_url)
    far = is_far(environment.data_dir.resolve())
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": environment.data_dir / "onward.sqlite3",
        "OPTIONS": {
            # Without IMMEDIATE a read that turns into a write can fail at once.
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": (FAR if far else NEAR) + SQLITE_START,
        },
        "CONN_MAX_AGE": None,
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": parts.path.lstrip("/"),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
    }
