import os
import subprocess
import sys
from threading import Event

import pytest
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from onward.background import processes, schedule, stopping, worker
from onward.journey.people.models import Person
from tests.background.made_up_tasks import greet, stumble

pytestmark = pytest.mark.django_db
NAME = processes.own_name()


@pytest.fixture(autouse=True)
def _asked_nothing() -> None:
    """Let no earlier test have asked for the end."""
    stopping.heed(Event())


def _status() -> str:
    return str(DBTaskResult.objects.get().status)


def test_what_waits_is_done_once() -> None:
    greet.enqueue("Robin")
    assert worker.run_next(NAME)
    assert not worker.run_next(NAME)
    assert Person.objects.filter(username="Robin").count() == 1
    assert _status() == TaskResultStatus.SUCCESSFUL


def test_a_task_that_fails_is_kept_as_such_and_the_rest_goes_on(
    caplog: pytest.LogCaptureFixture,
) -> None:
    stumble.enqueue()
    greet.enqueue("Robin")
    while worker.run_next(NAME):
        pass
    assert Person.objects.filter(username="Robin").exists()
    failed = DBTaskResult.objects.get(status=TaskResultStatus.FAILED)
    assert failed.exception_class_path == "builtins.ValueError"


def test_a_task_that_another_worker_claimed_is_left_alone() -> None:
    greet.enqueue("Robin")
    waiting = DBTaskResult.objects.get()
    assert worker.claim(waiting, "another:1:x")
    assert not worker.claim(waiting, NAME)


def _name_of_the_dead() -> str:
    """Return the name of a process that has ended for certain."""
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    return NAME.replace(f":{os.getpid()}:", f":{ended.pid}:")


def test_the_task_of_a_worker_that_died_is_done_by_the_next() -> None:
    greet.enqueue("Robin")
    worker.claim(DBTaskResult.objects.get(), _name_of_the_dead())
    worker.recover()
    assert _status() == TaskResultStatus.READY
    assert worker.run_next(NAME)


def test_the_task_of_a_worker_that_lives_is_left_to_it() -> None:
    greet.enqueue("Robin")
    worker.claim(DBTaskResult.objects.get(), NAME)
    worker.recover()
    assert _status() == TaskResultStatus.RUNNING


def test_asked_to_end_nothing_new_is_begun() -> None:
    greet.enqueue("Robin")
    asked = Event()
    asked.set()
    worker.work(asked)
    assert _status() == TaskResultStatus.READY


def test_what_repeats_comes_again_only_after_its_time() -> None:
    done: list[str] = []
    one = schedule.Repeated(lambda: done.append("tidied"), seconds=3600)
    assert [one] == schedule.due([one])
    assert schedule.due([one]) == []


def test_a_process_of_another_machine_may_live() -> None:
    assert not processes.is_gone("elsewhere:1:x")
    assert not processes.is_gone(NAME)
