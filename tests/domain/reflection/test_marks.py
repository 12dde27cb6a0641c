from onward.domain.reflection.marks import Side, means


def test_a_mean_counts_only_the_answers_that_have_a_mark() -> None:
    given = [{"example": 4, "length": 2}, {"example": 2}, {}]
    assert means(given) == {Side.EXAMPLE: 3.0, Side.LENGTH: 2.0}
