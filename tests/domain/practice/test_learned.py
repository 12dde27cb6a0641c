from onward.domain.practice.learned import (
    Correction,
    Learned,
    Marked,
    Teaches,
    learned,
    lessons,
)


def off(word: str, *, sure: bool = True) -> Correction:
    return Correction(Marked.FILLER, is_added=False, text=word, was_sure=sure)


def pause(seconds: float) -> Correction:
    return Correction(Marked.PAUSE, is_added=False, seconds=seconds)


def test_a_word_taken_off_three_times_is_no_filler_of_theirs() -> None:
    assert learned([off("like"), off("Like")]).no_fillers == frozenset()
    assert learned([off("like")] * 3).no_fillers == {"like"}


def test_what_they_add_themselves_is_looked_for_even_if_taken_off_before() -> None:
    told = [off("basically")] * 3
    added = [Correction(Marked.FILLER, is_added=True, text="basically")] * 3
    assert learned([*told, *added]) == Learned(fillers=frozenset({"basically"}))


def test_one_word_marked_once_is_a_filler_there_and_nowhere_else() -> None:
    added = Correction(Marked.FILLER, is_added=True, text="so")
    assert learned([added]) == Learned()


def test_who_takes_unsure_ones_off_sees_only_sure_ones() -> None:
    assert not learned([off("um", sure=False), off("uh", sure=False)]).only_sure
    unsure = [off("um", sure=False), off("uh", sure=False), off("er", sure=False)]
    assert learned(unsure).only_sure


def test_unsure_ones_taken_off_say_nothing_of_the_sure_ones() -> None:
    told = learned([off("um", sure=False)] * 3)
    assert told.only_sure
    assert told.no_fillers == frozenset()


def test_a_softener_taken_off_three_times_stays_without_a_mark() -> None:
    def hedge(text: str) -> Correction:
        return Correction(Marked.HEDGE, is_added=False, text=text)

    assert learned([hedge("I think"), hedge("maybe")] * 2) == Learned()
    told = [hedge("I think"), hedge("I think,"), hedge("i think")]
    assert learned(told).let_pass == {"i think"}


def test_each_lesson_says_which_corrections_it_comes_from() -> None:
    told = [
        Correction(Marked.PAUSE, is_added=False, seconds=3 + key, key=key)
        for key in range(4)
    ]
    (lesson,) = lessons([*told, off("um")])
    assert lesson.teaches is Teaches.LONGER_PAUSES
    assert lesson.seconds == 6
    assert [one.key for one in lesson.corrections] == [0, 1, 2, 3]


def test_pauses_they_let_pass_three_times_set_what_is_long() -> None:
    assert learned([pause(3.2), pause(4.0)]).least_pause == 0
    assert learned([pause(3.2), pause(4.0), pause(3.5)]).least_pause == 4.0


def test_nothing_said_teaches_nothing() -> None:
    assert learned([]) == Learned()
