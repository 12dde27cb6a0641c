"""The day these tests stand at."""

import pytest
from pytest_django import Settings

from tests import builders


@pytest.fixture(autouse=True)
def _one_day(settings: Settings) -> None:
    settings.TODAY = builders.TODAY
