"""Counts what a person did, as a list of steps."""

import re

from onward.domain.interview.answers.pieces import Piece

# What may stand between "I", "and" or a comma and the verb.
_BETWEEN = frozenset(
    "would will have had also then even just never always straight away immediately"
    " first next so and i i'd i'll i've again quickly already both".split()
)
_OPENS = frozenset("i i'd i'll i've and then also next first".split())
_DOING = frozenset(
    """
    told tell said say made make wrote write took take gave give rang ring found find sent
    send brought bring bought buy went go drove drive put set cut kept keep spoke speak sat
    sit built build drew draw showed shown show held hold ran run led lead chose choose
    taught teach met meet got get began left leave read let did do split swap apologise
    explain ask call check prepare cook fix help talk wash start plan clean saw stood stand
    dealt hid lent paid pay rode sold sell threw woke wore spent dug fought flew grew hung
    laid lit tried try listen look offer sort move stay stop come came open close report
    follow share turn count test measure present suggest train rewrote serve use inform
    contact organise arrange create review identify analyse agree book
    """.split()
)
_FELT = frozenset(
    "needed wanted liked loved hated believed hoped supposed tired used worried excited"
    " scared stressed interested".split()
)
_ED = re.compile(r"^[a-z]{2,}(?<!e)ed$")
_COMMA = ","


def steps_in(piece: Piece, text: str) -> int:
    """Return how many things the person did in a piece; one at the least."""
    count, open_now = 0, True
    last = piece.start
    for token in piece.tokens:
        between = text[last : token.start]
        open_now = open_now or _COMMA in between or token.word in _OPENS
        if open_now and token.word not in _BETWEEN | _OPENS:
            is_adverb = token.word.endswith("ly")
            count += is_doing(token.word)
            open_now = is_adverb
        last = token.end
    return max(1, count)


def is_doing(word: str) -> bool:
    """Whether a word is something one does, not something one is or feels."""
    return word in _DOING or bool(_ED.match(word) and word not in _FELT)
