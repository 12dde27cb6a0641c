"""A client that was let in, at the address Onward answers to."""

import pytest
from django.conf import settings
from django.test import Client

from onward.web.passes import door


@pytest.fixture
def client() -> Client:
    """Ask pages as the person's own browser does, with its pass."""
    client = Client(headers={"host": "127.0.0.1:80"})
    client.cookies["onward_pass_80"] = door().exchange(settings.START_TOKEN) or ""
    return client
