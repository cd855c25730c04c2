"""The errors that Korva raises itself."""

from datetime import timedelta


class KorvaError(Exception):
    """A failure that has a name; its text names the thing and the remedy."""


class SettingsError(KorvaError):
    """A setting is wrong; the text names the setting and what would be right."""


class InputError(KorvaError):
    """What somebody handed in can't be used; the text says what to change."""


class Refused(KorvaError):
    """A caller could not prove who it is; nothing of what it sent is kept."""


class StoreUnavailable(KorvaError):
    """The database can't take writes now (full disk, lost connection); the sender may retry."""


class DeliveryFailed(KorvaError):
    """Something could not be handed over; `permanent` says whether a retry can help.

    `retry_after` is how long the other side asked us to wait, where it did.
    """

    def __init__(
        self, message: str, *, permanent: bool, retry_after: timedelta = timedelta(0)
    ) -> None:
        super().__init__(message)
        self.permanent = permanent
        self.retry_after = retry_after


class ModelUnusable(KorvaError):
    """A model can't be loaded or does not speak the taxonomy; the text says what is missing."""
