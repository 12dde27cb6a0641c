"""Takes the weights of the Silero detector out of its package, into numpy's format.

Run as `python -m tools.silero_weights FILE`, with `silero_vad_16k_op15.onnx` of the
package `silero-vad` 6.2.3 (MIT) and with the package `onnx` at hand. The file is
refused unless it is the one that was tried.
"""

import argparse
import hashlib
from collections.abc import Mapping
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tools.answer_examples import HOUSE

INTO = HOUSE / "src/onward/adapters/voice_activity/weights/silero.npz"
SHA256 = "7ed98ddbad84ccac4cd0aeb3099049280713df825c610a8ed34543318f1b2c49"
_LAYERS = 4
_CELL = "model.decoder.rnn"
_OUT = "model.decoder.decoder.2"
Arrays = dict[str, npt.NDArray[np.float32]]


def arrays_in(file: Path) -> Arrays:
    """Return the arrays of a model."""
    import onnx  # noqa: PLC0415 - only here, and not part of the project
    from onnx import numpy_helper  # noqa: PLC0415

    graph = onnx.load(file).graph
    return {one.name: numpy_helper.to_array(one) for one in graph.initializer}


def stored(
    arrays: Mapping[str, npt.NDArray[np.float32]],
) -> dict[str, npt.NDArray[np.float16]]:
    """Return the arrays under our own names, at half precision."""
    found = {
        "basis": arrays["model.stft.forward_basis_buffer"][:, 0],
        "cell_in": arrays[f"{_CELL}.weight_ih"],
        "cell_hidden": arrays[f"{_CELL}.weight_hh"],
        "cell_bias": arrays[f"{_CELL}.bias_ih"] + arrays[f"{_CELL}.bias_hh"],
        "out": arrays[f"{_OUT}.weight"].reshape(-1),
        "out_bias": arrays[f"{_OUT}.bias"],
    }
    for number in range(_LAYERS):
        layer = f"model.encoder.{number}.reparam_conv"
        found[f"kernel{number}"] = arrays[f"{layer}.weight"]
        found[f"bias{number}"] = arrays[f"{layer}.bias"]
    return {name: array.astype(np.float16) for name, array in found.items()}


def main() -> None:
    """Convert the file named."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("file", type=Path)
    file = asked.parse_args().file
    if hashlib.sha256(file.read_bytes()).hexdigest() != SHA256:
        asked.error("This is not the file that was tried.")
    np.savez_compressed(INTO, allow_pickle=False, **stored(arrays_in(file)))
    print(f"{INTO.stat().st_size:,} bytes in {INTO}")


if __name__ == "__main__":
    main()
