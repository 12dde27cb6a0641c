"""Every question starts with whose data it is."""

import re

from django.apps import apps
from django.db.models import Model

from tests.house.tree import SOURCE, modules, name


def _personal() -> list[type[Model]]:
    """Return the models that belong to a person."""
    return [
        model
        for model in apps.get_models()
        if any(field.name == "person" for field in model._meta.get_fields())
    ]


def test_there_is_personal_data_to_look_after() -> None:
    assert {"Application", "Event", "Message"} <= {
        kind.__name__ for kind in _personal()
    }


def test_every_personal_model_can_be_asked_for_one_person() -> None:
    deaf = [kind for kind in _personal() if not hasattr(kind._default_manager, "of")]
    assert deaf == []


def test_pages_and_commands_ask_for_one_person_first() -> None:
    kinds = "|".join(kind.__name__ for kind in _personal())
    unasked = re.compile(rf"\b(?:{kinds})\.objects\s*\.(?!of\()\w+")
    found = [
        f"{name(path)}: {words}"
        for path in modules(SOURCE / "web", SOURCE / "cli")
        for words in unasked.findall(path.read_text())
    ]
    assert found == []
