"""Names of styles, fonts and scripts with a mark of what is in them.

So a browser may keep them for good, and still gets the new ones after an update.
"""

from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import find
from django.contrib.staticfiles.storage import StaticFilesStorage


class Fingerprinted(StaticFilesStorage):
    """Static files as they are, with a mark of their contents in the address."""

    def url(self, name: str | None) -> str:
        """Return the address; a font's stays plain, as stylesheets name it so too."""
        plain = super().url(name)
        if not name or name.endswith(".woff2"):
            return plain
        mark = _mark(name) if settings.DEBUG else _kept_mark(name)
        return f"{plain}?v={mark}" if mark else plain


def _mark(name: str) -> str:
    found = find(name)
    if not isinstance(found, str):
        return ""
    return blake2b(Path(found).read_bytes(), digest_size=6).hexdigest()


_kept_mark = lru_cache(maxsize=None)(_mark)
