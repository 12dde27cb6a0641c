import pytest

from onward.domain.letters.providers import provider_of
from onward.domain.mailboxes.consent import GIVERS


@pytest.mark.parametrize(
    ("address", "name", "imap"),
    [
        ("sam@gmail.com", "Gmail", "imap.gmail.com"),
        ("Sam@Hotmail.co.uk ", "Outlook", "outlook.office365.com"),
        ("sam@gmx.de", "GMX", "imap.gmx.net"),
        ("sam@ntlworld.com", "Virgin Media", "imap.virginmedia.com"),
    ],
)
def test_a_provider_is_found_by_what_stands_behind_the_at(
    address: str, name: str, imap: str
) -> None:
    provider = provider_of(address)
    assert provider is not None
    assert (provider.name, provider.imap_host, provider.imap_port) == (name, imap, 993)


def test_who_signs_in_elsewhere_is_sent_to_somebody_known() -> None:
    for address in ("sam@gmail.com", "sam@outlook.com"):
        provider = provider_of(address)
        assert provider is not None
        assert provider.sign_in in GIVERS


def test_of_an_unknown_address_nothing_is_made_up() -> None:
    assert provider_of("sam@field.example") is None
    assert provider_of("no address") is None
