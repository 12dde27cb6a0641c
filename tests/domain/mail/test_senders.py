"""Who may stand behind an address is told by its domain."""

import pytest

from onward.domain.mail.senders import is_free_mail

FREE = [
    "gmail.com",
    "yahoo.co.in",
    "Yahoo.de",
    "gmx.at",
    "t-online.de",
    "btinternet.com",
    "eircom.net",
    "rediffmail.com",
    "web.de",
    "mailbox.org",
    "live.co.uk",
    "bigpond.net.au",
]
NOT_FREE = [
    "shaw-brothers.example",
    "web.org",
    "live-nation.example",
    "skyline.example",
    "example.aol",
    "hotmailhosting.example",
    "mail.acme.example",
    "",
]


@pytest.mark.parametrize("domain", FREE)
def test_where_anybody_can_have_an_address_is_free_mail(domain: str) -> None:
    assert is_free_mail(domain)


@pytest.mark.parametrize("domain", NOT_FREE)
def test_a_firm_s_own_domain_is_not(domain: str) -> None:
    assert not is_free_mail(domain)
