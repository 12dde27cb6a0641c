"""Reads a page as a person does, and makes what the pages of one application show."""

import re
from html import unescape
from typing import Any

from django.test import Client

from onward.domain.applications.events import EventKind as Kind
from onward.domain.applications.events import Source
from onward.journey.applications.models import Application
from tests import builders


def words_of(response: Any) -> str:
    """Return the words of an answer in one line."""
    assert response.status_code == 200, response.status_code
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return " ".join(unescape(text).split())


def words(client: Client, url: str) -> str:
    """Return the words of a page."""
    return words_of(client.get(url))


PANEL = "The panel felt you would do well here."


def page_of(of: Application, rest: str = "") -> str:
    """Return the address of an application's page, or of one beside it."""
    return f"/applications/{of.pk}/{rest}"


def a_no_after_two_interviews() -> Application:
    """Make an application at Acme that ended today, by mail, after two interviews."""
    made = builders.application(place="Leeds", channel_said="referred by Sam")
    builders.event(made, Kind.APPLIED, ago=46)
    builders.event(made, Kind.INTERVIEW_HELD, ago=32, said="By phone, 25 minutes.")
    builders.event(made, Kind.INTERVIEW_HELD, ago=19)
    no = builders.message(made, "Your interview", PANEL, ago=0.1)
    builders.event(
        made,
        Kind.REJECTED,
        ago=0.1,
        source=Source.MESSAGE,
        quote=PANEL,
        message_key=no.key,
    )
    return made
