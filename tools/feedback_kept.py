"""Where the encoders taught without a part of the feedback texts are kept."""

from pathlib import Path

from onward.adapters.encoding.feedback import SmallEncoder, feedback_weights_in
from tools.feedback_examples import HOUSE

KEPT = HOUSE / "build" / "feedback-encoder"


def encoder_without(number: int, kept: Path = KEPT) -> SmallEncoder | None:
    """Return the encoder taught without a part, or None where nobody made it."""
    folder = kept / str(number)
    if not folder.exists():
        return None
    return SmallEncoder(feedback_weights_in(folder))
