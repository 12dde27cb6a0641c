"""The errors a person can be told about; the docstring is the message."""


class OnwardError(Exception):
    """Something went wrong. Nothing was lost."""

    def __init__(self, message: str | None = None) -> None:
        super().__init__(message or type(self).__doc__)
