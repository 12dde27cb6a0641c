"""Reads the letters of the made-up search from the files they were written in.

A file holds three kinds of block, each begun by a line of its own:

    %% priya; shape=outlook              someone who writes: an address, a signature
    == hallam                            the application the letters below belong to
    @@ rejection; -1d 09:14; from=priya; re     a letter: its label, its day, the rest

`re` answers the letter before it in the section, `re=2` the second one, `re=hallam-2`
one of another section. `app=hallam+larder` names other applications than the section's,
`app=hallam:offer+larder:rejection` also what the letter means for each.
What a label means is said in `training/mail/README.md`.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from email.utils import parseaddr
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files

ME = "me"
NO_APPLICATION = "-"
_SHAPE, _ZONE, _BRAND = "plain", "Europe/London", "#2f5d50"
_BLOCK = re.compile(r"^(?=(?:%%|==|@@) )", re.MULTILINE)
_FOOTER = "\n%footer\n"
_HEADER = re.compile(r"([A-Z][\w-]*):[ \t]*(.*)")


@dataclass(frozen=True, slots=True)
class Writer:
    """Someone, or some system, that writes letters in one manner."""

    name: str
    address: str
    shape: str = _SHAPE
    zone: str = _ZONE
    brand: str = _BRAND
    signature: str = ""
    footer: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter as it was written, before it has a date."""

    key: str
    label: str
    when: str
    writer: Writer
    applications: Mapping[str, str]
    answers: str
    headers: Mapping[str, str]
    told: Mapping[str, str]
    flags: frozenset[str]
    words: str

    @property
    def is_own(self) -> bool:
        """Whether the person wrote it."""
        return self.writer.name == ME

    @property
    def shape(self) -> str:
        """How the letter is made up: plain, gmail, outlook and so on."""
        return self.told.get("shape", self.writer.shape)

    @property
    def message_id(self) -> str:
        """The Message-ID, the same on whatever day the search is told."""
        told = blake2b(self.key.encode(), digest_size=12).hexdigest()
        domain = parseaddr(self.writer.address)[1].rpartition("@")[2]
        return f"<{told}@{domain}>"


@lru_cache(maxsize=1)
def letters() -> tuple[Letter, ...]:
    """Return all letters, in the order of the files."""
    writers: dict[str, Writer] = {}
    return tuple(letter for text in _sources() for letter in _read(text, writers))


def _sources() -> Iterator[str]:
    folder = files("onward.demo") / "letters"
    for path in sorted(folder.iterdir(), key=lambda path: path.name):
        if path.name.endswith(".txt"):
            yield path.read_text(encoding="utf-8")


def _read(text: str, writers: dict[str, Writer]) -> Iterator[Letter]:
    section, place = NO_APPLICATION, 0
    for block in _BLOCK.split(text)[1:]:
        first, _, rest = block.partition("\n")
        mark, said = first[:2], first[3:].strip()
        if mark == "%%":
            writer = _writer(said, rest)
            writers[writer.name] = writer
        elif mark == "==":
            section, place = said, 0
        else:
            place += 1
            yield _letter(said, rest, (section, place), writers)


def _writer(said: str, rest: str) -> Writer:
    name, told, _ = _parted(said)
    headers, words = _headed(rest)
    signature, _, footer = f"\n{words}\n".partition(_FOOTER)
    return Writer(
        name=name,
        address=headers.pop("From"),
        shape=told.get("shape", _SHAPE),
        zone=told.get("zone", _ZONE),
        brand=told.get("brand", _BRAND),
        signature=signature.strip("\n"),
        footer=footer.strip("\n"),
        headers=headers,
    )


def _letter(
    said: str, rest: str, where: tuple[str, int], writers: Mapping[str, Writer]
) -> Letter:
    label, told, flags = _parted(said)
    when = next(iter(flags))
    section, place = where
    headers, words = _headed(rest)
    writer = _writer_of(told, flags, headers, writers)
    return Letter(
        key=f"{section}-{place}" if section != NO_APPLICATION else told["id"],
        label=label,
        when=when,
        writer=writer,
        applications=_applications(told.get("app", section), label),
        answers=_answered(told, flags, where),
        headers=headers,
        told=told,
        flags=frozenset(flags),
        words=words,
    )


def _parted(said: str) -> tuple[str, dict[str, str], list[str]]:
    """Return the first word of a line, its `key=value` parts and its bare words."""
    first, *others = [part.strip() for part in said.split(";")]
    pairs = [part.partition("=") for part in others]
    told = {key.strip(): value.strip() for key, sign, value in pairs if sign}
    return first, told, [key for key, sign, _ in pairs if not sign]


def _headed(rest: str) -> tuple[dict[str, str], str]:
    """Return the header lines at the top of a block, and the words below them."""
    head, _, words = rest.partition("\n\n")
    if rest.startswith("\n"):
        return {}, rest.strip("\n")
    found = [_HEADER.fullmatch(line) for line in head.strip().split("\n") if line]
    return {line[1]: line[2] for line in found if line}, words.strip("\n")


def _writer_of(
    told: Mapping[str, str],
    flags: list[str],
    headers: Mapping[str, str],
    writers: Mapping[str, Writer],
) -> Writer:
    if ME in flags:
        return writers[ME]
    if "from" in told:
        return writers[told["from"]]
    return Writer(
        name="",
        address=headers["From"],
        zone=told.get("zone", _ZONE),
        brand=told.get("brand", _BRAND),
    )


def _applications(named: str, label: str) -> dict[str, str]:
    """Return what the letter means for each application it speaks of."""
    parts = [part.partition(":") for part in named.split("+")]
    return {key: own or label for key, _, own in parts if key != NO_APPLICATION}


def _answered(told: Mapping[str, str], flags: list[str], where: tuple[str, int]) -> str:
    section, place = where
    if "re" in flags:
        return f"{section}-{place - 1}"
    answered = told.get("re", "")
    return f"{section}-{answered}" if answered.isdecimal() else answered
