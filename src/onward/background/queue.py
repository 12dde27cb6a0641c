"""The one place tasks come from, so that another queue is a matter of settings.

A task takes plain ids, may find its row gone, and may run twice.
"""

from django_tasks import task

__all__ = ["task"]
