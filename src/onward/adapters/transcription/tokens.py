"""The recogniser's own alphabet: numbers for pieces of words, and back."""

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path

_BLANK = "\u0120"  # how a blank is written in the list


class Tokens:
    """The list of pieces that came with the weights, in its order."""

    def __init__(self, listed: Path) -> None:
        self._pieces = listed.read_text("utf-8").split("\n")
        self._numbers = {piece: number for number, piece in enumerate(self._pieces)}
        self.end = self._numbers["<|endoftext|>"]
        self.first_time = self._numbers["<|0.00|>"]

    def number(self, name: str) -> int:
        """Return the number of a special piece, such as a language."""
        return self._numbers[name]

    def start(self, language: str) -> list[int]:
        """Return what a transcript begins with."""
        named = ("<|startoftranscript|>", f"<|{language}|>", "<|transcribe|>")
        return [self._numbers[name] for name in named]

    def text(self, numbers: Iterable[int]) -> str:
        """Return the text that pieces make, without special ones."""
        alphabet = _alphabet()
        letters = "".join(self._pieces[n] for n in numbers if n < self.end)
        return bytes(alphabet[c] for c in letters).decode("utf-8", "replace")

    def written(self, text: str) -> list[int]:
        """Return numbers for a text: the longest piece that fits, again and again."""
        letters = text.replace(" ", _BLANK)
        found = []
        while letters:
            size = next(
                n for n in range(len(letters), 0, -1) if letters[:n] in self._numbers
            )
            found.append(self._numbers[letters[:size]])
            letters = letters[size:]
        return found

    def words(self, numbers: Sequence[int]) -> list[list[int]]:
        """Return pieces put together to words; a word begins with a blank."""
        found: list[list[int]] = []
        for number in numbers:
            begins = self._pieces[number].startswith(_BLANK)
            if begins or not found:
                found.append([])
            found[-1].append(number)
        return found


@cache
def _alphabet() -> dict[str, int]:
    """Return which byte each letter of the list stands for (GPT-2's table)."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    table = {chr(byte): byte for byte in plain}
    return table | {chr(256 + n): byte for n, byte in enumerate(others)}
