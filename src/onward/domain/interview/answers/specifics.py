"""Finds what makes an answer concrete: numbers, dates, names, tools."""

from onward.domain.interview.answers.review import Place
from onward.domain.interview.answers.word_lists import pattern, word_list

_NUMBER = pattern("number", ignore_case=True)
_WHEN = pattern("when", ignore_case=True)
_NAME = pattern("name")
_NO_NAMES = word_list("no_names")
_VAGUE_NUMBERS = pattern("vague_numbers", ignore_case=True)


def specifics_in(text: str) -> tuple[Place, ...]:
    """Return the details in order; one detail is counted once, however often told."""
    spans = [
        (match.start(), match.end())
        for pattern in (_WHEN, _NUMBER, _NAME)
        for match in pattern.finditer(text)
        if match[0].replace("\u2019", "'") not in _NO_NAMES
        and not (pattern is _NUMBER and _VAGUE_NUMBERS.match(text, match.start()))
    ]
    found: list[Place] = []
    seen: set[str] = set()
    for start, end in sorted(spans):
        quote = text[start:end].rstrip(" .,")
        if found and start < found[-1].end + 1:
            continue
        if quote.lower() not in seen:
            seen.add(quote.lower())
            found.append(Place(quote, start, start + len(quote)))
    return tuple(found)
