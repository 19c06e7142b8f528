"""The one exception tree: everything Crosswire raises on purpose is a `CrosswireError`.

Each message names the thing that failed and what its owner can do about it; the command line prints it
as it is, without a traceback.
"""

from collections.abc import Mapping


class CrosswireError(Exception):
    """Anything this program raises on purpose."""


class UnreadableInputError(CrosswireError):
    """One input could not be turned into a report; the others go on."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{where}: {why}; {remedy}")
        self.where = where
        self.why = why
        self.remedy = remedy


class NothingToReadError(CrosswireError):
    """Not one report was left to work on."""


class BadDataError(CrosswireError):
    """A data file of the program or of its user (a frame, a table) does not say what it must say."""


class StoreError(CrosswireError):
    """A store cannot be opened, read or written."""

    def __init__(self, where: str, why: str, remedy: str) -> None:
        super().__init__(f"{where}: {why}; {remedy}")
        self.where = where
        self.why = why
        self.remedy = remedy


class StoreBusyError(StoreError):
    """Another program holds the store for writing; trying again may help."""


class StoreFullError(StoreError):
    """No room is left on the store's disk. What was kept before is kept."""


class StoreNewerError(StoreError):
    """The store was written by a later version of the program."""


class UnknownIdError(CrosswireError):
    """No event, report or speaker of this id or name is stored."""


class GoneIdError(UnknownIdError):
    """An event of this id was told once and is no more.

    `told` says what became of it, without ids; `now` are the events that its reports tell of today, with their titles.
    """

    def __init__(self, words: str, told: str, now: Mapping[str, str]) -> None:
        super().__init__(words)
        self.told = told
        self.now = now
