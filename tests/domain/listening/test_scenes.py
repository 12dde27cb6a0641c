import pytest

from onward.domain.listening.scenes import Scene, scene_after, scenes

EACH = pytest.mark.parametrize("scene", scenes(), ids=lambda scene: scene.key)


def test_there_are_enough_to_practise_for_a_week() -> None:
    assert len(scenes()) >= 12
    assert len({scene.key for scene in scenes()}) == len(scenes())


def test_remarks_that_may_break_the_law_are_among_them() -> None:
    assert sum(scene.is_discriminatory for scene in scenes()) >= 2


@EACH
def test_there_are_three_answers_and_one_of_them_listens(scene: Scene) -> None:
    assert len(scene.replies) == 3
    assert sum(reply.listens for reply in scene.replies) == 1


@EACH
def test_every_answer_says_what_it_leads_to_and_none_is_marked_wrong(
    scene: Scene,
) -> None:
    for reply in scene.replies:
        assert reply.leads_to.endswith(".")
        assert "wrong answer" not in reply.leads_to.lower()


@EACH
def test_nothing_is_shouted(scene: Scene) -> None:
    said = [scene.remark, scene.hard, *(r.text + r.leads_to for r in scene.replies)]
    assert "!" not in "".join(said)


def test_after_a_remark_that_may_break_the_law_the_words_are_noted() -> None:
    for scene in scenes():
        if scene.is_discriminatory:
            noted = " ".join(reply.leads_to for reply in scene.replies).lower()
            assert "write" in noted


def test_one_scene_follows_another_to_the_end() -> None:
    keys = [scene.key for scene in scenes()]
    following = scene_after(keys[0])
    assert following is not None
    assert following.key == keys[1]
    assert scene_after(keys[-1]) is None
    assert scene_after("never heard of") is None
