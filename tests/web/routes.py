"""Every address Onward answers at, found in the URLconf so that none is forgotten."""

import re

from django.urls import URLPattern, get_resolver

_PART = re.compile(r"<(?:(\w+):)?(\w+)>")


def routes() -> list[str]:
    """Return the routes as they are written, such as `applications/<int:pk>/`."""
    patterns = get_resolver().url_patterns
    return [str(each.pattern) for each in patterns if isinstance(each, URLPattern)]


def addresses(numbers: dict[str, int] | None = None) -> list[str]:
    """Return an address for each route; `numbers` has ids by how routes begin."""
    return [_address(route, numbers or {}) for route in routes()]


def _address(route: str, numbers: dict[str, int]) -> str:
    begun = [start for start in numbers if route.startswith(start)]
    number = str(numbers[max(begun, key=len)]) if begun else "1"

    def filled(part: re.Match[str]) -> str:
        return number if part[1] == "int" else "first-steps"

    return f"/{_PART.sub(filled, route)}"
