import numpy as np
import pytest

from onward.domain.mail.details.closely.reading import (
    NAMED,
    TAGS,
    CloseReading,
    read_closely,
)
from onward.domain.mail.details.closely.weights import (
    SHARED,
    folder_of,
    shipped_close_weights,
)
from onward.domain.mail.details.refusal.stage import STAGES
from onward.domain.mail.encoder.weights import shipped_encoder
from onward.domain.mail.language import Language
from onward.domain.mail.message import Address
from tools.close_readings import digest_of_shared

AGENT = Address("Maya Rook", "maya@rookstaffing.example")
RELAYED = (
    "Welder at Harrow Steel\n\nHi Sam,\n\nI am sorry, Harrow Steel have gone with"
    " somebody else after your second interview. They liked you. I'll keep you in mind"
    " for other clients.\n\nMaya Rook\nRook Staffing"
)
OWN = (
    "Welder\n\nDear Sam,\n\nThank you for applying to us. We did not take your"
    " application further.\n\nJo Lund\nTern Farm"
)


def test_a_reading_tells_names_stage_and_an_agency() -> None:
    read = read_closely(RELAYED, AGENT)
    assert read.tags.shape == (len(read.starts), len(NAMED) * TAGS)
    assert read.stages.shape == (len(STAGES),)
    assert read.stages.sum() == pytest.approx(1, abs=1e-4)
    at = RELAYED.index("Harrow Steel have")
    assert read.chance_named("employer", at, at + len("Harrow Steel")) > 0.5
    assert read.chance_named("panel", at, at + len("Harrow Steel")) < 0.5


def test_who_speaks_of_others_is_likelier_an_agency() -> None:
    house = read_closely(OWN, Address("Jo Lund", "jo.lund@ternfarm.example"))
    assert read_closely(RELAYED, AGENT).agency > house.agency


def test_how_far_it_came_is_read_from_the_letter() -> None:
    stages = dict(zip(STAGES, read_closely(OWN, AGENT).stages, strict=True))
    assert max(stages, key=lambda name: stages[name]) == "application"


def test_what_is_not_read_is_of_no_name() -> None:
    read = CloseReading((4,), np.ones((1, 12), np.float32), np.ones(7, np.float32), 0.0)
    odds = read.odds_at([0, 4])
    assert odds[0].reshape(-1, TAGS).argmax(axis=1).tolist() == [0] * len(NAMED)
    assert (odds[1] == 1).all()
    assert read.chance_named("role", 20, 30) == 0


def test_the_same_mail_is_read_once() -> None:
    assert read_closely(OWN, AGENT) is read_closely(OWN, AGENT)


def test_any_text_can_be_read() -> None:
    for text in ("", "\n\n", "\u200b" * 50, "x" * 9_000, "1 2 3 " * 900):
        assert np.isfinite(read_closely(text, Address()).stages).all()


def test_a_german_mail_is_read_by_weights_of_its_own() -> None:
    text = (
        "Schweißerin bei Harlo Stahl\n\nHallo Frau Sommer,\n\nleider hat sich unser"
        " Kunde Harlo Stahl nach Ihrem zweiten Gespräch anders entschieden.\n\n"
        "Maja Rook\nRook Personalvermittlung"
    )
    agent = Address("Maja Rook", "maja@rook-personal.example")
    read = read_closely(text, agent, "de")
    at = text.index("Harlo Stahl nach")
    assert read.chance_named("employer", at, at + len("Harlo Stahl")) > 0.5
    assert read.chance_named("panel", at, at + len("Harlo Stahl")) < 0.5


@pytest.mark.parametrize(("language", "left_out"), [("en", 0), ("de", 2)])
def test_the_layers_stand_on_those_of_the_mail_encoder(
    language: Language, left_out: int
) -> None:
    weights, encoder = shipped_close_weights(language), shipped_encoder(language)
    shared = SHARED[language]
    assert len(weights.layers) == len(encoder.layers) - shared - left_out
    assert weights.marks.shape[1] == encoder.places.shape[1]
    with (folder_of(language) / "layers.npz").open("rb") as stored:
        digest = np.load(stored, allow_pickle=False)["shared"]
    assert digest.tobytes() == digest_of_shared(encoder, shared)
