"""Puts words and breaks together as text, the way a page would show them."""

_LINE, _PARAGRAPH = 1, 2


class Written:
    """Text as it grows; breaks count only once something follows them."""

    __slots__ = ("_breaks", "_out", "_prefix", "_quotes", "_spaced", "keeps_lines")

    def __init__(self) -> None:
        self._out: list[str] = []
        self._breaks = 0
        self._spaced = False
        self._prefix = ""
        self._quotes = 0
        self.keeps_lines = False

    def say(self, text: str) -> None:
        """Add words; space in them is one space."""
        if self.keeps_lines and "\n" in text:
            for place, line in enumerate(text.split("\n")):
                if place:
                    self.end_line()
                self._say(line)
            return
        self._say(text)

    def _say(self, text: str) -> None:
        words = text.split()
        if not words:
            self._spaced = self._spaced or bool(text)
            return
        if self._breaks or self._prefix or not self._out:
            self._break()
        elif self._spaced or text[0].isspace():
            self._out.append(" ")
        self._out.append(" ".join(words))
        self._spaced = text[-1].isspace()

    def _break(self) -> None:
        if self._out:
            self._out.append("\n\n" if self._breaks == _PARAGRAPH else "\n")
        self._out.append("> " * self._quotes + self._prefix)
        self._breaks, self._prefix = 0, ""

    def leave_space(self) -> None:
        """Keep the words of two cells apart."""
        self._spaced = True

    def end_line(self) -> None:
        """End a line; a second time in a row leaves a blank one."""
        self._breaks = min(self._breaks + 1, _PARAGRAPH)

    def start_block(self, *, is_paragraph: bool) -> None:
        """Go on in a line of its own, after a blank one if it is a paragraph."""
        self._breaks = max(self._breaks, _PARAGRAPH if is_paragraph else _LINE)

    def start_item(self) -> None:
        """Give the next words a dash in front."""
        self._prefix = "- "

    def start_quote(self) -> None:
        """Mark the lines that follow as words of an earlier mail."""
        self._quotes = min(self._quotes + 1, 9)

    def end_quote(self) -> None:
        """Go on with words that are not quoted, or less deeply."""
        self._quotes = max(self._quotes - 1, 0)

    def text(self) -> str:
        """Return all that was said."""
        return "".join(self._out)
