"""How much of one message is used; more is kept raw, flagged and counted."""

HEADER_BLOCK = 256 * 1024
HEADER = 64 * 1024
HEADERS = 1_000
PARTS = 500
DEPTH = 100
MESSAGE = 50_000_000
TEXT = 2_000_000
SUBJECT = 2_000
NAME = 300
IDENTIFIER = 998  # the longest line that mail may have
REFERENCES = 100
RECIPIENTS = 200
LABELS = 50
CALENDARS = 20
PARAMETERS = 100
ATTACHMENT_NAMES = 200
