import pytest
from django.test import Client

from onward.web.shown.help import TOPICS, Topic

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("topic", TOPICS, ids=lambda topic: topic.slug)
def test_every_topic_has_its_page(client: Client, topic: Topic) -> None:
    answer = client.get(f"/help/{topic.slug}/")
    assert str(topic.title) in answer.content.decode()


def test_an_unknown_topic_is_not_there(client: Client) -> None:
    assert client.get("/help/nonsense/").status_code == 404
