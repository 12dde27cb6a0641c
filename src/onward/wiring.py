"""Which adapter serves which port, read like a table."""

from functools import cache
from pathlib import Path

from django.conf import settings

from onward.adapters.mailboxes import open_mailbox
from onward.domain.mailboxes.consent import GIVERS, Client
from onward.ports.calendar import Calendar, CalendarPlace
from onward.ports.consent import Question
from onward.ports.embedding import Embedder
from onward.ports.feedback_encoder import FeedbackEncoder
from onward.ports.language import Endpoint, Language
from onward.ports.mail_server import Access, MailServer, Watch
from onward.ports.mailbox import Mailbox
from onward.ports.post import Account, Post
from onward.ports.transcription import SpeechModel, Transcriber
from onward.ports.vault import Vault
from onward.ports.voice import Voice
from onward.ports.voice_activity import VoiceActivity

_PASSWORDS = "passwords"


def mailbox(path: Path) -> Mailbox:
    """Return the mailbox a person points to; raises what they can be told."""
    return open_mailbox(path)


def mail_server(access: Access) -> MailServer:
    """Return what reads a mailbox on a server; nothing is opened yet."""
    from onward.adapters.mailboxes.imap import ImapServer  # noqa: PLC0415 - ssl is slow

    return ImapServer(access)


def watch(access: Access, folder: str) -> Watch:
    """Return a line on which a server tells of news; raises where it cannot."""
    from onward.adapters.mailboxes.imap_watch import ImapWatch  # noqa: PLC0415 - slow

    return ImapWatch(access, folder)


def post(account: Account) -> Post:
    """Return what sends letters through a mail server."""
    from onward.adapters.post.smtp import Smtp  # noqa: PLC0415 - ssl is slow to load

    return Smtp(account)


def calendars(place: CalendarPlace) -> tuple[tuple[str, Calendar], ...]:
    """Return the ways to read a calendar, the likelier first, each with its name.

    Where many share one machine, its files and its own network are nobody's calendar.
    """
    from onward.adapters import calendars as ways  # noqa: PLC0415 - ssl is slow to load

    if not settings.ONE_PERSON and not ways.is_on_the_web(place.address):
        return ()
    return ways.calendars_at(place, may_be_near=settings.ONE_PERSON)


def language(endpoint: Endpoint) -> Language:
    """Return the language model that a person switched on."""
    from onward.adapters.language.chat import Chat  # noqa: PLC0415 - seldom used

    return Chat(endpoint)


def token(secret_name: str) -> str:
    """Return a fresh token for a mailbox whose provider gave leave to read it."""
    from onward.adapters.consent.tokens import fresh_token  # noqa: PLC0415 - seldom

    return fresh_token(vault(), secret_name)


def question(way: str, client: Client, address: str, *, by_code: bool) -> Question:
    """Return a question for leave that was put to a provider."""
    from onward.adapters.consent.device import DeviceCode  # noqa: PLC0415 - seldom
    from onward.adapters.consent.loopback import Loopback  # noqa: PLC0415 - seldom

    giver = GIVERS[way]
    if by_code and giver.device:
        asked = DeviceCode(way, giver, client)
        asked.begin()
        return asked
    return Loopback(way, giver, client, address)


@cache
def vault() -> Vault:
    """Return where passwords are kept: the system's key ring, or else a sealed file."""
    from onward.adapters.secrets import key_ring, sealed_file  # noqa: PLC0415 - slow

    if settings.USES_KEY_RING and key_ring.is_usable():
        return key_ring.KeyRing()
    path = Path(settings.DATA_DIR) / _PASSWORDS
    return sealed_file.SealedFile(path, settings.SECRET_KEY.encode())


def speech_model() -> SpeechModel:
    """Return the speech model: whether it is here, and how it is fetched by consent."""
    from onward.adapters.transcription import model  # noqa: PLC0415 - seldom needed

    named = Path(settings.SPEECH_FOLDER) if settings.SPEECH_FOLDER else None
    place = Path(settings.DATA_DIR) / model.FOLDER
    return model.WhisperModel(place, named, is_offline=settings.OFFLINE)


def transcriber() -> Transcriber:
    """Return what listens; without words, and saying so, where something is missing."""
    found = speech_model()
    if found.missing:
        from onward.adapters.transcription import silent  # noqa: PLC0415 - brings numpy

        return silent.SilentTranscriber(found.missing)
    return _whisper()


@cache
def _whisper() -> Transcriber:
    """Return the one transcriber of this process; the model is checked when needed."""
    from onward.adapters.transcription import (  # noqa: PLC0415 - seldom needed
        whisper_transcriber,
    )

    return whisper_transcriber.WhisperTranscriber(speech_model().folder)


@cache
def voice() -> Voice:
    """Return the interviewer's voice; a silent one where none is installed."""
    from onward.adapters.voice import choosing  # noqa: PLC0415 - seldom needed

    return choosing.voice()


def voice_activity() -> VoiceActivity:
    """Return what tells speech from silence."""
    from onward.adapters.voice_activity import detector  # noqa: PLC0415 - brings numpy

    return detector.Detector()


def embedder() -> Embedder:
    """Return what turns sentences into meanings; nothing is loaded before its use."""
    from onward.adapters.embedding.minilm import MiniLm  # noqa: PLC0415 - brings numpy

    return MiniLm()


def feedback_encoder() -> FeedbackEncoder:
    """Return what reads feedback piece by piece; nothing is loaded before its use."""
    from onward.adapters.encoding import feedback  # noqa: PLC0415 - brings numpy

    return feedback.SmallEncoder()
