"""What else derives from events; and full text search beside the passages.

SQLite: an FTS5 table that reads the passages' text where it stands and that triggers
keep up to date. A later migration that makes the passages' table anew must call
`add_search` again, for SQLite drops the triggers with the table.
PostgreSQL: a GIN index over the words.
"""

from django.db import migrations, models

from onward.domain.applications.events import EventKind

SQLITE = (
    """
    CREATE VIRTUAL TABLE applications_passage_words USING fts5(
        text, content='applications_passage', content_rowid='id',
        tokenize='unicode61', prefix='2 3'
    )
    """,
    """
    CREATE TRIGGER applications_passage_added AFTER INSERT ON applications_passage BEGIN
        INSERT INTO applications_passage_words(rowid, text) VALUES (new.id, new.text);
    END
    """,
    """
    CREATE TRIGGER applications_passage_gone AFTER DELETE ON applications_passage BEGIN
        INSERT INTO applications_passage_words(applications_passage_words, rowid, text)
            VALUES ('delete', old.id, old.text);
    END
    """,
    """
    CREATE TRIGGER applications_passage_changed
    AFTER UPDATE OF text ON applications_passage WHEN old.text IS NOT new.text BEGIN
        INSERT INTO applications_passage_words(applications_passage_words, rowid, text)
            VALUES ('delete', old.id, old.text);
        INSERT INTO applications_passage_words(rowid, text) VALUES (new.id, new.text);
    END
    """,
    "INSERT INTO applications_passage_words(applications_passage_words) VALUES ('rebuild')",
)
SQLITE_BACK = (
    "DROP TRIGGER IF EXISTS applications_passage_added",
    "DROP TRIGGER IF EXISTS applications_passage_gone",
    "DROP TRIGGER IF EXISTS applications_passage_changed",
    "DROP TABLE IF EXISTS applications_passage_words",
)
POSTGRESQL = (
    "CREATE INDEX applications_passage_words ON applications_passage"
    " USING gin (to_tsvector('simple', text))",
)
POSTGRESQL_BACK = ("DROP INDEX IF EXISTS applications_passage_words",)


def _run(schema_editor, by_vendor):
    for statement in by_vendor.get(schema_editor.connection.vendor, ()):
        schema_editor.execute(statement, params=None)


def add_search(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE, "postgresql": POSTGRESQL})


def remove_search(apps, schema_editor):
    _run(schema_editor, {"sqlite": SQLITE_BACK, "postgresql": POSTGRESQL_BACK})


def _moment():
    return models.DateTimeField(blank=True, null=True)


class Migration(migrations.Migration):

    dependencies = [("applications", "0002_initial")]

    operations = [
        migrations.AddField("application", "answered_at", _moment()),
        migrations.AddField("application", "asked_at", _moment()),
        migrations.AddField("application", "feedback_at", _moment()),
        migrations.AlterField(
            "event",
            "kind",
            models.CharField(choices=[(kind, kind) for kind in EventKind], max_length=30),
        ),
        migrations.RunPython(add_search, remove_search),
    ]
