"""Which voice there is on this machine."""

from importlib.util import find_spec

from onward.adapters.voice.hibari_voice import HibariVoice
from onward.adapters.voice.silent import SilentVoice
from onward.ports.voice import Voice


def voice() -> Voice:
    """Return the voice that is installed, or one that says nothing."""
    if find_spec("hibari") and find_spec("onnxruntime"):
        return HibariVoice()
    return SilentVoice()
