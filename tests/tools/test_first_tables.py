"""A new database is laid out exactly as its migrations would leave it."""

from onward.cli.first_tables import STATEMENTS, lay_out
from tools.first_tables import statements


def test_what_is_laid_out_is_what_the_migrations_make() -> None:
    # Where this fails after a new migration: python -m tools.first_tables
    assert STATEMENTS.read_text(encoding="utf-8") == statements()


def test_where_an_installed_package_is_older_all_goes_the_usual_way() -> None:
    assert not lay_out({("contenttypes", "0001_initial")})
