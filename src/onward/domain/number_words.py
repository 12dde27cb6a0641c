"""Small numbers as people spell them."""

# From one on, so that a word's number is its place and one.
NUMBER_WORDS = (
    *("one", "two", "three", "four", "five", "six", "seven"),
    *("eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen"),
)


def number_of(word: str) -> int:
    """Return the number that figures or a word tell; ValueError for any other word."""
    return int(word) if word.isdigit() else NUMBER_WORDS.index(word) + 1
