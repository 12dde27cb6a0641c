"""Components and partials share one row of loaders (both would like to wrap them)."""

from typing import Any

_FILES = [
    "django_cotton.cotton_loader.Loader",
    "django.template.loaders.filesystem.Loader",
    "django.template.loaders.app_directories.Loader",
]
_CACHED = [("django.template.loaders.cached.Loader", _FILES)]


def templates(*, debug: bool) -> list[dict[str, Any]]:
    """Return Django's template setting; pages are read afresh only in debug."""
    inner = _FILES if debug else _CACHED
    return [
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "DIRS": [],
            "OPTIONS": {
                "loaders": [("template_partials.loader.Loader", inner)],
                "builtins": [
                    "django_cotton.templatetags.cotton",
                    "template_partials.templatetags.partials",
                    "django.templatetags.i18n",
                    "django.templatetags.static",
                ],
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.messages.context_processors.messages",
                    "onward.web.frame.frame",
                ],
            },
        }
    ]
