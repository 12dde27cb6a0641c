"""Why a mailbox on a server does not open, each with a sentence for the person."""

from enum import StrEnum

from onward.domain.errors import OnwardError


class Trouble(StrEnum):
    """What went wrong; `is_passing` troubles are tried again without asking."""

    NAME = "name"
    REACH = "reach"
    ENCRYPTION = "encryption"
    CERTIFICATE = "certificate"
    PASSWORD = "password"  # noqa: S105 - the name of a trouble
    APP_PASSWORD = "app_password"  # noqa: S105 - the same
    SIGN_IN = "sign_in"
    SWITCHED_OFF = "switched_off"
    BUSY = "busy"
    LINE = "line"
    ODD = "odd"


PASSING = frozenset({Trouble.NAME, Trouble.REACH, Trouble.BUSY, Trouble.LINE})
_SAID = {
    Trouble.NAME: "No mail server is called %(host)s. Look at how it is spelled, and"
    " whether this machine is online.",
    Trouble.REACH: "%(host)s does not answer on port %(port)s. A firewall may be in the"
    " way, or the port is another one.",
    Trouble.ENCRYPTION: "%(host)s does not speak this kind of encryption on port"
    " %(port)s. Most servers use TLS on port 993.",
    Trouble.CERTIFICATE: "%(host)s cannot prove that it is %(host)s, so nothing was"
    " sent to it. Look at how the name is spelled.",
    Trouble.PASSWORD: "%(host)s did not accept this name and password.",
    Trouble.APP_PASSWORD: "%(host)s wants an app password. Your usual password does not"
    " work for other programs.",
    Trouble.SIGN_IN: "%(host)s did not accept the sign-in. Sign in again.",
    Trouble.SWITCHED_OFF: "Reading by other programs (IMAP) is switched off for this"
    " mailbox. Switch it on at your provider and try again.",
    Trouble.BUSY: "%(host)s is busy just now. Onward tries again by itself.",
    Trouble.LINE: "The connection to %(host)s broke off. Onward tries again by itself.",
    Trouble.ODD: "%(host)s answered in a way Onward does not understand.",
}


class MailServerError(OnwardError):
    """The mailbox could not be opened."""

    def __init__(self, trouble: Trouble, host: str = "", port: int = 0) -> None:
        super().__init__(_SAID[trouble] % {"host": host, "port": port})
        self.trouble = trouble

    @property
    def is_passing(self) -> bool:
        """Tell whether trying again later may help, with nothing changed."""
        return self.trouble in PASSING


_APP_PASSWORD = (
    *("application-specific", "app password", "app-specific", "authcode"),
    *("web login required", "weblogin", "app passwords"),
)
_OFF = (
    *("not enabled for imap", "imap access is disabled", "imap is disabled"),
    *("imap disabled", "imap access disabled", "imap login is disabled"),
    *("protocol is disabled", "imap nicht aktiv", "mailprotokolle"),
)
_BUSY = (
    *("[unavailable]", "[inuse]", "[limit]", "[serverbug]", "too many", "try again"),
    *("temporar", "internal error", "rate limit", "maximum number of connections"),
)
# Microsoft's answer since it takes no passwords any more, and others like it.
_TOKEN_ONLY = ("basic auth", "basicauth", "modern auth", "oauth")


def trouble_in(said: str, *, wants_app_password: bool, is_token: bool) -> Trouble:
    """Return why a server refused to let in, from its own words."""
    words = said.lower()
    if any(word in words for word in _BUSY):
        return Trouble.BUSY
    if any(word in words for word in _OFF):
        return Trouble.SWITCHED_OFF
    if is_token or any(word in words for word in _TOKEN_ONLY):
        return Trouble.SIGN_IN
    if wants_app_password or any(word in words for word in _APP_PASSWORD):
        return Trouble.APP_PASSWORD
    return Trouble.PASSWORD
