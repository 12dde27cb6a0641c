"""Ink is readable on every paper it is set on, by day and by night."""

import gzip
import re
from pathlib import Path

import pytest

STATIC = Path(__file__).resolve().parents[2] / "src" / "onward" / "web" / "static"
PAIR = re.compile(
    r"--([a-z-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", re.IGNORECASE
)
FOR_TEXT = 7.0
FOR_EDGES = 3.0

TEXT = [
    ("ink", ["paper", "sheet", "sunk", "wash", "look-wash"]),
    ("ink-soft", ["paper", "sheet", "sunk"]),
    ("accent", ["paper", "sheet"]),
    ("accent-deep", ["paper", "sheet"]),
    ("on-accent", ["accent", "accent-deep"]),
    ("look", ["paper", "sheet", "look-wash"]),
]
EDGES = [
    ("edge", ["paper", "sheet"]),
    ("accent", ["paper", "sheet"]),
    ("look-edge", ["paper", "sheet", "look-wash"]),
]


def _colours() -> dict[str, tuple[str, str]]:
    tokens = (STATIC / "css" / "tokens.css").read_text()
    return {name: (light, dark) for name, light, dark in PAIR.findall(tokens)}


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    dim, bright = sorted((_luminance(one), _luminance(other)))
    return (bright + 0.05) / (dim + 0.05)


def test_black_on_white_has_the_known_contrast() -> None:
    assert _contrast("#000000", "#ffffff") == pytest.approx(21)


@pytest.mark.parametrize("night", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "grounds"), TEXT)
def test_text_stands_out_seven_to_one(
    ink: str, grounds: list[str], *, night: bool
) -> None:
    colours = _colours()
    for ground in grounds:
        contrast = _contrast(colours[ink][night], colours[ground][night])
        assert contrast >= FOR_TEXT, ground


@pytest.mark.parametrize("night", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "grounds"), EDGES)
def test_the_edge_of_a_control_stands_out_three_to_one(
    edge: str, grounds: list[str], *, night: bool
) -> None:
    colours = _colours()
    for ground in grounds:
        contrast = _contrast(colours[edge][night], colours[ground][night])
        assert contrast >= FOR_EDGES, ground


def test_what_a_page_loads_stays_light() -> None:
    import django_htmx

    htmx = Path(django_htmx.__file__).parent / "static/django_htmx/htmx-2.min.js"
    written = [*STATIC.glob("css/**/*.css"), *STATIC.glob("js/*.js"), htmx]
    script = sum(
        len(gzip.compress(path.read_bytes())) for path in written if ".js" in path.name
    )
    text = sum(len(gzip.compress(path.read_bytes())) for path in written)
    fonts = sum(
        path.stat().st_size for path in STATIC.glob("vendor/*/*-latin-wght-*.woff2")
    )
    assert script <= 100_000
    assert text + fonts <= 300_000
