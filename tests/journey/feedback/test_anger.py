import pytest

from onward.journey.feedback.anger import (
    angry_version_of,
    delete_angry_versions,
    seal_angry_version,
    sealed_count,
    write_angry_version,
)
from onward.journey.feedback.models import AngryVersion
from tests.builders import application

pytestmark = pytest.mark.django_db


def test_writing_again_goes_on_with_the_same_one() -> None:
    about = application()
    write_angry_version(application=about, text="You")
    write_angry_version(application=about, text="You never")
    assert AngryVersion.objects.get().text == "You never"


def test_taking_all_words_out_keeps_nothing() -> None:
    about = application()
    write_angry_version(application=about, text="You")
    assert write_angry_version(application=about, text=" \n") is None
    assert not AngryVersion.objects.exists()


def test_a_sealed_one_is_counted_and_not_shown() -> None:
    about = application()
    found = write_angry_version(application=about, text="You never")
    assert found
    seal_angry_version(version=found)
    assert angry_version_of(about) is None
    assert sealed_count(about) == 1


def test_deleting_takes_sealed_ones_too() -> None:
    about = application()
    found = write_angry_version(application=about, text="You never")
    assert found
    seal_angry_version(version=found)
    write_angry_version(application=about, text="And another thing")
    delete_angry_versions(application=about)
    assert not AngryVersion.objects.exists()
