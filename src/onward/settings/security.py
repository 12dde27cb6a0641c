"""Who may speak to Onward, and what a page may load."""

from csp.constants import NONE, SELF

LOOPBACK_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

# Nothing from elsewhere, ever: a mail's pictures and scripts have no way out.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "form-action": [SELF],
    },
}
