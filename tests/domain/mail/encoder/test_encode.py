"""Pieces, layers, and the cascade behind the linear model."""

from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pytest

from onward.domain.mail.encoder.cascade import (
    blended,
    by_sentence,
    read_again,
    shipped_blend,
    worth_asking,
)
from onward.domain.mail.encoder.encode import Encoded, encode, pieces_of
from onward.domain.mail.encoder.weights import (
    EncoderWeights,
    encoder_from,
    shipped_encoder,
)
from onward.domain.mail.encoder.words import MARKS, MOST_PIECES, Vocabulary
from onward.domain.mail.meaning.scores import Letter, meanings
from onward.domain.mail.meaning.verdict import verdict_of
from onward.domain.mail.meaning.weights import MEANINGS
from onward.domain.mail.verdict import Meaning

Arrays = dict[str, npt.NDArray[Any]]

PIECES = [*MARKS, "cafe", "sorry", "##ing", "work", "wor", "##k", ".", "link", "a"]
ORDINARY = MEANINGS.index(Meaning.NOT_JOB_RELATED)
REFUSED = Letter(
    "Thursday\n\nHello Ruth, it was good to meet you about the kitchen job. "
    "We had a long talk about it and have settled on somebody who lives nearer.",
)
DUTCH = Letter(
    "Uw sollicitatie\n\nwij hebben helaas voor een andere kandidaat gekozen en"
    " wensen u veel succes met het zoeken naar een passende betrekking."
)
GERMAN = Letter(
    "Backstube\n\nHallo Jonas, danke fürs Probearbeiten am Samstag. Wir machen mit der"
    " Kollegin weiter, die schon letzte Woche da war. Alles Gute dir."
)
FRENCH = Letter(
    "Fournil\n\nBonjour Inès, merci d'être passée samedi. On continue avec la jeune qui"
    " était là la semaine d'avant, elle habite à côté. Bonne route à toi."
)
WEATHER = Letter("Thursday\n\nIt rained on the tent all night. Bring dry socks.")


def made_up(layers: int = 2, width: int = 24) -> EncoderWeights:
    """Return an encoder of chance numbers, small enough to reckon with quickly."""
    rng = np.random.default_rng(7)

    def line(name: str, rows: int, columns: int) -> Arrays:
        return {
            name: rng.integers(-127, 128, (rows, columns)).astype(np.int8),
            f"{name}.step": np.full(columns, 0.002, np.float32),
            f"{name}.bias": rng.normal(size=columns),
        }

    def norm(name: str) -> Arrays:
        return {f"{name}.weight": np.ones(width), f"{name}.bias": np.zeros(width)}

    stored = {
        "words": rng.integers(-127, 128, (len(PIECES), width)).astype(np.int8),
        "words.step": np.full(len(PIECES), 0.01),
        "places": rng.normal(size=(MOST_PIECES, width)),
        **norm("norm"),
        **line("heads", width, 2 * len(MEANINGS) + 1),
    }
    for place in range(layers):
        name = f"layer{place}"
        stored |= {
            **line(f"{name}.look", width, 3 * width),
            **line(f"{name}.out", width, width),
            **norm(f"{name}.first_norm"),
            **line(f"{name}.wide", width, 4 * width),
            **line(f"{name}.narrow", 4 * width, width),
            **norm(f"{name}.second_norm"),
        }
    return encoder_from(PIECES, stored)


@pytest.fixture(scope="module")
def encoder() -> EncoderWeights:
    return made_up()


def pieces_in(
    text: str, signs: tuple[str, ...] = (), most: int = MOST_PIECES
) -> tuple[list[str], tuple[int, ...]]:
    vocabulary = Vocabulary(PIECES)
    found = vocabulary.pieces_of(Letter(text, signs), most)
    return [PIECES[place] for place in found.ids], found.starts


def said_of(
    letters: list[Letter], weights: EncoderWeights | None = None
) -> list[Encoded]:
    return encode(pieces_of(letters, weights), weights)


def test_a_word_is_cut_into_the_longest_pieces_known() -> None:
    pieces, _ = pieces_in("working wor")
    assert pieces == ["[CLS]", "[SEP]", "work", "##ing", "wor", "[SEP]"]


def test_a_word_with_an_unknown_part_is_unknown_as_a_whole() -> None:
    assert pieces_in("workx")[0] == ["[CLS]", "[SEP]", "[UNK]", "[SEP]"]


def test_capitals_and_accents_make_no_difference() -> None:
    assert pieces_in("CAFÉ")[0] == pieces_in("cafe")[0]


def test_each_piece_knows_where_its_word_begins() -> None:
    assert pieces_in("a  working.")[1] == (-1, -1, 0, 3, 3, 10, -1)


def test_a_long_link_costs_one_piece() -> None:
    pieces, _ = pieces_in("a https://example.org/a/very/long/way?x=1 a")
    assert pieces == ["[CLS]", "[SEP]", "a", "link", "a", "[SEP]"]


def test_a_long_letter_is_cut_and_still_ends() -> None:
    pieces, starts = pieces_in("a " * 500, most=10)
    assert len(pieces) == len(starts) == 10
    assert pieces[-1] == "[SEP]"


def test_a_letter_of_one_endless_word_is_read_too(encoder: EncoderWeights) -> None:
    [found] = said_of([Letter("x" * 100_000)], encoder)
    assert np.isfinite(found.log_odds).all()


def test_what_the_pieces_add_makes_the_log_odds(encoder: EncoderWeights) -> None:
    [found] = said_of([Letter("sorry. a cafe")], encoder)
    assert np.allclose(found.adds.sum(axis=0), found.log_odds)
    assert len(found.adds) == len(found.starts)


def test_letters_read_together_are_read_exactly_as_if_alone(
    encoder: EncoderWeights,
) -> None:
    letters = [Letter("sorry " * n) for n in (1, 90, 300, 2, 190, 7) * 3]
    alone = [said_of([letter], encoder)[0].log_odds for letter in letters]
    together = [each.log_odds for each in said_of(letters, encoder)]
    assert np.array_equal(alone, together)


def test_the_order_of_words_matters(encoder: EncoderWeights) -> None:
    letters = [Letter("sorry a cafe"), Letter("cafe a sorry")]
    first, second = said_of(letters, encoder)
    assert not np.allclose(first.log_odds, second.log_odds, atol=1e-3)


def test_nothing_to_read_gives_nothing(encoder: EncoderWeights) -> None:
    assert said_of([], encoder) == []
    assert read_again([], []) == []


def test_what_is_surely_ordinary_is_not_read_again() -> None:
    [scores] = meanings([WEATHER])
    sure = scores.chances.copy()
    sure[:] = 0.0
    sure[ORDINARY] = 1.0
    certain = type(scores)(sure, scores.sentences, scores.moved, scores.spoken)
    assert not worth_asking(certain, shipped_blend())
    assert read_again([WEATHER], [certain]) == [certain]


def test_a_subject_alone_is_not_read_again() -> None:
    bare = Letter("Night porter\n\n")
    even = np.full(len(MEANINGS), 0.1, np.float32)
    doubted = replace(meanings([bare])[0], chances=even)
    assert worth_asking(doubted, shipped_blend())
    assert read_again([bare], [doubted]) == [doubted]


def test_a_letter_without_a_subject_is_more_than_a_subject() -> None:
    assert Letter("Night porter\n\n").is_bare
    assert not Letter("\n\nWe have settled on somebody who lives nearer.").is_bare


def test_what_the_linear_model_has_settled_is_not_read_again() -> None:
    [scores] = meanings([REFUSED])
    chances = np.full(len(MEANINGS), 0.001, np.float32)
    chances[MEANINGS.index(Meaning.REJECTION)] = 0.991
    settled = replace(scores, chances=chances)
    assert not worth_asking(settled, shipped_blend())


def test_a_letter_in_another_language_keeps_its_scores() -> None:
    even = np.full(len(MEANINGS), 0.1, np.float32)
    scores = [replace(meanings([DUTCH])[0], chances=even)]
    assert pieces_of([DUTCH])[0].is_foreign
    assert read_again([DUTCH], scores) == scores


def test_a_german_no_without_a_stock_phrase_is_seen_with_the_words_that_say_it() -> (
    None
):
    [scores] = read_again([GERMAN], meanings([GERMAN]))
    verdict = verdict_of(scores, GERMAN.text)
    assert verdict.meaning is Meaning.REJECTION
    assert any("mit der Kollegin weiter" in item.quote for item in verdict.evidence)


def test_german_words_are_read_as_they_are_spelled() -> None:
    vocabulary = shipped_encoder("de").vocabulary
    assert vocabulary.cut("würden") != vocabulary.cut("wurden")
    assert vocabulary.cut("Sie") != vocabulary.cut("sie")


def test_a_french_no_without_a_stock_phrase_is_seen_with_the_words_that_say_it() -> (
    None
):
    [scores] = read_again([FRENCH], meanings([FRENCH]))
    verdict = verdict_of(scores, FRENCH.text)
    assert verdict.meaning is Meaning.REJECTION
    assert any("continue avec la jeune" in item.quote for item in verdict.evidence)


def test_french_is_read_with_what_german_taught_and_words_of_its_own() -> None:
    german, french = shipped_encoder("de"), shipped_encoder("fr")
    known = len(german.vocabulary.pieces)
    assert french.layers is german.layers
    assert french.vocabulary.pieces[:known] == german.vocabulary.pieces
    assert len(french.words) == len(french.vocabulary.pieces) > known
    assert (french.words[:known] == german.words).all()
    assert len(french.vocabulary.cut("malheureusement")) == 1
    assert french.vocabulary.cut("retenu") != french.vocabulary.cut("retenü")
    assert french.vocabulary.cut("é") != french.vocabulary.cut("e")


def test_curly_quotes_mean_what_straight_ones_do() -> None:
    straight, curly = pieces_of([Letter("don't - a"), Letter("don\u2019t \u2013 a")])
    assert straight == curly


def test_a_sentence_adds_what_its_pieces_add() -> None:
    [scores] = meanings([REFUSED])
    [found] = said_of([REFUSED])
    summed = by_sentence(scores, found)
    of_text = found.adds[np.array(found.starts) >= 0]
    centred = of_text - of_text.mean(axis=1, keepdims=True)
    assert summed.shape == scores.moved.shape
    assert np.allclose(summed.sum(axis=0), centred.sum(axis=0), atol=1e-4)


def test_blended_chances_add_up_to_one() -> None:
    [scores] = meanings([REFUSED])
    [found] = said_of([REFUSED])
    mixed = blended(scores, found, shipped_blend())
    assert mixed.chances.sum() == pytest.approx(1.0, abs=1e-5)
    assert mixed.sentences == scores.sentences


def test_a_no_without_a_stock_phrase_is_seen_with_the_words_that_say_it() -> None:
    [scores] = read_again([REFUSED], meanings([REFUSED]))
    verdict = verdict_of(scores, REFUSED.text)
    assert verdict.meaning is Meaning.REJECTION
    assert any("settled on somebody" in item.quote for item in verdict.evidence)
