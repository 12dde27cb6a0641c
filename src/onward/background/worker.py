"""Does what waits in the queue, until told to stop.

The loop of django-tasks-db locks the whole database at every look and cannot be stopped
in the middle of a task, see docs/decisions/0012. This one looks by reading alone and
claims a task by changing its row from ready to running, which one worker can do.
"""

import logging
from datetime import timedelta
from threading import Event
from typing import Any

from django.db import OperationalError, close_old_connections
from django.utils import timezone
from django.utils.module_loading import autodiscover_modules
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from onward.background import processes, schedule, stopping

POLL_SECONDS = 0.5
TROUBLE_SECONDS = 5.0
_DONE_KEPT, _FAILED_KEPT = timedelta(days=1), timedelta(days=30)

Waiting = DBTaskResult[Any, Any]
logger = logging.getLogger(__name__)


def work(stop: Event) -> None:
    """Run tasks and what repeats until `stop` is set; a task may end early then."""
    stopping.heed(stop)
    autodiscover_modules("tasks")
    name = processes.own_name()
    while not stop.is_set():
        close_old_connections()
        try:
            for one in schedule.due():
                _do(one.deed)
            busy = run_next(name)
        except OperationalError:
            logger.warning("The database could not be used; trying again.")
            stop.wait(TROUBLE_SECONDS)
            continue
        if not busy:
            stop.wait(POLL_SECONDS)


def run_next(name: str) -> bool:
    """Run the next task that waits; returns whether there was one."""
    waiting = DBTaskResult.objects.ready().first()
    if waiting is None or stopping.is_asked():
        return False
    if claim(waiting, name):
        _run(waiting)
    return True


def _do(deed: schedule.Deed) -> None:
    try:
        deed()
    except OperationalError:
        raise
    except Exception:
        logger.exception("Something that repeats failed; it is tried again.")


def claim(waiting: Waiting, name: str) -> bool:
    """Take a task for this worker; of two workers one is told no."""
    mine = DBTaskResult.objects.filter(pk=waiting.pk, status=TaskResultStatus.READY)
    return (
        mine.update(
            status=TaskResultStatus.RUNNING,
            started_at=timezone.now(),
            worker_ids=[*waiting.worker_ids, name],
        )
        == 1
    )


def _run(waiting: Waiting) -> None:
    """Run a task and keep how it ended; one cut short by a stop is left ready."""
    try:
        result = waiting.task_result
        told = waiting.task.call(*result.args, **result.kwargs)
    except OperationalError:
        _put_back(waiting)
        raise
    except Exception as problem:
        logger.exception("A task failed: %s", waiting.task_path)
        waiting.set_failed(problem)
    else:
        if stopping.is_asked():
            _put_back(waiting)
        else:
            waiting.set_successful(told)


def _put_back(waiting: Waiting) -> None:
    mine = DBTaskResult.objects.filter(pk=waiting.pk)
    mine.update(status=TaskResultStatus.READY)


@schedule.repeated(seconds=60)
def recover() -> None:
    """Let the tasks of a worker that died be run again."""
    for task in DBTaskResult.objects.filter(status=TaskResultStatus.RUNNING):
        if not task.worker_ids or processes.is_gone(task.worker_ids[-1]):
            _put_back(task)


@schedule.repeated(seconds=3600)
def clear() -> None:
    """Drop what was done long ago."""
    now = timezone.now()
    done = DBTaskResult.objects.filter(finished_at__lt=now - _DONE_KEPT)
    done.filter(status=TaskResultStatus.SUCCESSFUL).delete()
    DBTaskResult.objects.filter(finished_at__lt=now - _FAILED_KEPT).delete()
