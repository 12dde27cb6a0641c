import ssl
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from onward.adapters.calendars.hosts import machine_at, says_it_is_near
from onward.adapters.calendars.web import Ask, Web
from onward.ports.calendar import (
    CalendarAwayError,
    CalendarError,
    CalendarInTheOpenError,
    CalendarMovedError,
    CalendarPlace,
    CalendarSurpriseError,
    CalendarTooLargeError,
    CalendarUnprovenError,
)
from tests.adapters.calendars.serving import Served, serving

FAR, NEAR, CLOUD = "93.184.215.14", "192.168.1.7", "169.254.169.254"


@dataclass
class Names:
    """A look-up that answers as it is told."""

    found: list[str]

    def __call__(self, *_: object) -> list[str]:
        return self.found


def moved(status: int, to: str) -> Served:
    answers = {
        ("GET", "/"): (status, b"", {"Location": to}),
        ("GET", "/there"): (200, b"here it is", {}),
    }
    return Served(answers)


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_within_the_same_machine_it_is_followed(status: int) -> None:
    with serving(moved(status, "/there")) as served:
        answer = Web(CalendarPlace(served.address())).ask(Ask("GET"))
    assert answer.content == b"here it is"


@pytest.mark.parametrize(
    "to",
    [
        "http://localhost/there",
        "https://elsewhere.example/",
        "file:///etc/passwd",
        "//elsewhere.example/",
        "http://127.0.0.1@elsewhere.example/",
    ],
)
def test_it_is_followed_to_no_other_machine(to: str) -> None:
    with serving(moved(302, to)) as served, pytest.raises(CalendarMovedError):
        Web(CalendarPlace(served.address())).ask(Ask("GET"))
    assert len(served.asked) == 1


def test_going_in_circles_ends() -> None:
    with serving(moved(302, "/")) as served, pytest.raises(CalendarMovedError):
        Web(CalendarPlace(served.address())).ask(Ask("GET"))
    assert len(served.asked) == 4


def test_more_than_agreed_is_not_taken_in() -> None:
    large = Served({("GET", "/"): (200, b"x" * 200_000, {})})
    with serving(large) as served, pytest.raises(CalendarTooLargeError):
        Web(CalendarPlace(served.address()), most_bytes=100_000).ask(Ask("GET"))


@pytest.mark.parametrize(
    ("host", "found", "may_be_near"),
    [
        ("cal.example", [NEAR], True),  # a public name that leads home
        ("cal.example", [FAR, "127.0.0.1"], True),
        ("nas.local", [CLOUD], True),
        (NEAR, [NEAR], False),  # a machine that many share
        ("cal.example", ["::ffff:10.0.0.1"], True),
    ],
)
def test_a_private_surprise_is_not_asked(
    host: str, found: list[str], *, may_be_near: bool
) -> None:
    with pytest.raises(CalendarSurpriseError):
        machine_at(host, 443, Names(found), may_be_near=may_be_near)


@pytest.mark.parametrize(
    ("host", "found"),
    [("cal.example", FAR), ("nas.local", NEAR), (NEAR, NEAR), ("localhost", "::1")],
)
def test_what_says_where_it_is_may_be_asked(host: str, found: str) -> None:
    told = machine_at(host, 443, Names([found]), may_be_near=True)
    assert [str(number) for number in told] == [found]


def test_a_name_nobody_has_is_away() -> None:
    with pytest.raises(CalendarAwayError):
        machine_at("cal.example", 443, Names([]), may_be_near=True)


def test_names_and_numbers_that_say_they_are_near() -> None:
    assert all(map(says_it_is_near, ("nas", "nas.lan", "localhost", "10.0.0.1", "::1")))
    assert not says_it_is_near("cal.example.com")


def test_a_password_never_travels_open_through_the_world() -> None:
    place = CalendarPlace("http://cal.example/", "amira", "heron-7")
    with pytest.raises(CalendarInTheOpenError):
        Web(place, lookup=Names([FAR])).ask(Ask("GET"))


def test_an_address_for_calendars_is_asked_safely() -> None:
    assert Web(CalendarPlace("webcal://cal.example/a")).address == (
        "https://cal.example/a"
    )


@pytest.fixture
def proof(tmp_path: Path) -> Path:
    """Make a certificate that is good for localhost and for nothing else."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    made = (
        x509.CertificateBuilder(
            name, name, key.public_key(), x509.random_serial_number()
        )
        .not_valid_before(datetime(2020, 1, 1, tzinfo=UTC))
        .not_valid_after(datetime(2100, 1, 1, tzinfo=UTC))
        .add_extension(
            x509.SubjectAlternativeName([x509.DNSName("localhost")]), critical=False
        )
        .sign(key, SHA256())
    )
    file = tmp_path / "proof.pem"
    file.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
        + made.public_bytes(Encoding.PEM)
    )
    return file


def test_a_machine_has_to_show_that_it_is_the_one_that_was_named(
    proof: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tls = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    tls.load_cert_chain(proof)
    here = Served({("GET", "/"): (200, b"here it is", {})})
    with serving(here, tls) as served:
        known = CalendarPlace(f"https://localhost:{served.port}/")
        other = CalendarPlace(f"https://127.0.0.1:{served.port}/")
        with pytest.raises(CalendarUnprovenError):
            Web(known).ask(Ask("GET"))
        monkeypatch.setenv("SSL_CERT_FILE", str(proof))
        assert Web(known).ask(Ask("GET")).content == b"here it is"
        with pytest.raises(CalendarUnprovenError):
            Web(other).ask(Ask("GET"))


@pytest.mark.parametrize("port", ["99999", "x"])
def test_an_address_that_makes_no_sense_is_said_to_be_none(port: str) -> None:
    with pytest.raises(CalendarError):
        Web(CalendarPlace(f"http://127.0.0.1:{port}/")).ask(Ask("GET"))
