"""Makes Onward ready: the data folder, Django, and a database of today's form."""

import gc
import logging
import os
import sqlite3
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from pkgutil import iter_modules

import django
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import Error, connection, connections

from onward.cli.first_tables import lay_out
from onward.domain.errors import OnwardError

OWNER_ONLY = 0o077
COPIES = "before-updates"
KEPT_COPIES = 3
logger = logging.getLogger(__name__)
Migration = tuple[str, str]


class DataFromLaterError(OnwardError):
    """A newer Onward wrote this data. Install that one again to open it."""


class UpdateStoppedError(OnwardError):
    """The database could not be brought up to date. A copy from before is kept in the folder before-updates."""  # noqa: E501 - one line for the person


def get_ready() -> None:
    """Prepare everything a command needs; the second time there is nothing to do."""
    os.umask(OWNER_ONLY)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "onward.settings")
    gc.disable()  # nothing goes of what is imported: a tenth of the time is looking
    django.setup()
    gc.freeze()
    gc.enable()
    known, applied = _known(), _applied()
    is_new = not applied
    if is_new and lay_out(known):
        applied = _applied()
    if any(label in _own_labels() for label, _ in applied - known):
        raise DataFromLaterError
    if known <= applied:
        return
    if applied and not is_new:
        _copy_database(settings.DATA_DIR / COPIES)
    if not (_migrate_apart() if sys.platform == "linux" else _migrate()):
        raise UpdateStoppedError


def _migrate() -> bool:
    """Bring the database up to date; tell whether that worked."""
    try:
        call_command("migrate", interactive=False, verbosity=0)
    except Error:
        logger.exception("A step of the update did not work.")
        return False
    return True


def _migrate_apart() -> bool:
    """Migrate in a process that ends with it, which takes its 10 MB along.

    Nothing runs beside us yet, so that a fork is safe; a database does not survive one.
    """
    connections.close_all()
    child = os.fork()
    if not child:
        status = 1
        try:
            status = 0 if _migrate() else 1
            connections.close_all()
        finally:
            os._exit(status)
    return os.waitpid(child, 0)[1] == 0


def _known() -> set[Migration]:
    """Return all migrations of this version, without importing one of them."""
    return {
        (app.label, module.name)
        for app in apps.get_app_configs()
        for module in iter_modules([str(Path(app.path) / "migrations")])
        if module.name[0].isdigit()
    }


def _own_labels() -> set[str]:
    ours = (app for app in apps.get_app_configs() if app.name.startswith("onward."))
    return {app.label for app in ours}


def _applied() -> set[Migration]:
    """Return what was done to this database already; nothing, if it is new."""
    with connection.cursor() as cursor:
        if "django_migrations" not in connection.introspection.table_names(cursor):
            return set()
        cursor.execute("SELECT app, name FROM django_migrations")
        return set(cursor.fetchall())


def _copy_database(folder: Path) -> None:
    """Keep a copy of the database as it was; of several the latest three."""
    if connection.vendor != "sqlite":
        return
    folder.mkdir(exist_ok=True, mode=0o700)
    copy = folder / f"onward-{datetime.now(UTC):%Y%m%d-%H%M%S}.sqlite3"
    connection.ensure_connection()
    with closing(sqlite3.connect(copy)) as target:
        connection.connection.backup(target)
    copy.chmod(0o600)
    for old in sorted(folder.glob("onward-*.sqlite3"))[:-KEPT_COPIES]:
        old.unlink()
