"""How a person came upon an application."""

from enum import StrEnum


class Channel(StrEnum):
    """The way an application went; empty where it is not known."""

    REFERRAL = "referral"
    RECRUITER = "recruiter"
    AGENCY = "agency"
    INTERNAL = "internal"
    COLD = "cold"
    BOARD = "board"
    SITE = "site"
    FAIR = "fair"
