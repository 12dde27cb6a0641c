"""Why a place cannot be read as a mailbox; a docstring is what the person is told."""

from onward.domain.errors import OnwardError


class NotAMailboxError(OnwardError):
    """This file is not a mailbox I can read. Onward reads .mbox, .eml, Maildir folders and zips of these."""  # noqa: E501


class NoMailInFolderError(OnwardError):
    """There is no mail in this folder. Onward reads .mbox, .eml, Maildir folders and zips of these."""  # noqa: E501


class MissingMailboxError(OnwardError):
    """There is nothing at this place. Check the path and try again."""


class MailboxNotPermittedError(OnwardError):
    """Onward may not read this place. Allow it in your system's settings, or copy the mail somewhere else."""  # noqa: E501


class EmptyMailboxError(OnwardError):
    """This file is empty, so there is no mail to read."""


class OutlookFileError(OnwardError):
    """This is Outlook's own format, which I cannot read. Export the mail as .eml or .mbox first."""  # noqa: E501


class PackedFileError(OnwardError):
    """This is a packed archive I cannot read. Unpack it first, or choose zip."""


class EncryptedArchiveError(OnwardError):
    """This zip is locked with a password. Unpack it first, then choose the folder."""


class BrokenArchiveError(OnwardError):
    """This zip is damaged or cut off. Download or copy it again."""


class HugeArchiveError(OnwardError):
    """This zip holds more than Onward unpacks at once. Unpack it first, then choose the folder."""  # noqa: E501


class NoMailInZipError(OnwardError):
    """There is no mail in this zip. Onward reads .mbox, .eml and Maildir folders inside a zip."""  # noqa: E501
