"""Tasks for tests of the worker; a queue knows tasks by where they stand."""

from onward.background.queue import task
from onward.journey.people.models import Person


@task()
def greet(name: str) -> None:
    """Leave a trace."""
    Person.objects.create_user(username=name)


@task()
def stumble() -> None:
    """Fail, as tasks may."""
    raise ValueError
