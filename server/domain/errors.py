"""Everything that Seedlist can refuse, each with what to do about it."""


class SeedlistError(Exception):
    """A refusal that a user can act on.

    `code` is stable and greppable, `status` is the HTTP status the web gives it, `field` names the offending
    part of the input when there is one, `action` tells what to do.
    """

    code = "error"
    status = 500

    def __init__(self, message: str, *, action: str = "", field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.action = action
        self.field = field


class InvalidInput(SeedlistError):
    """The input does not have the shape of the contract."""

    code = "invalid"
    status = 422


class NotAllowed(SeedlistError):
    """The caller may not do this (wrong host, origin, token or session)."""

    code = "not_allowed"
    status = 403


class NotPaired(NotAllowed):
    """The extension has no valid token yet."""

    code = "not_paired"
    status = 401


class NotFound(SeedlistError):
    """No such candidate, list or brand."""

    code = "not_found"
    status = 404


class Conflict(SeedlistError):
    """The change does not fit what is stored now."""

    code = "conflict"
    status = 409


class NotCollected(SeedlistError):
    """This account is not saved: private, under age by its own words, or erased on request."""

    code = "not_collected"
    status = 409


class TooLarge(SeedlistError):
    """The body is larger than the server accepts."""

    code = "too_large"
    status = 413


class NotReady(SeedlistError):
    """A part is still starting; try again in a moment."""

    code = "not_ready"
    status = 503


class StorageFailed(SeedlistError):
    """The disk did not take the change; nothing was half-written."""

    code = "storage_failed"
    status = 507


class DataFault(SeedlistError):
    """A data file (table, lexicon, taxonomy) is wrong; names the file and what to mend."""

    code = "data_fault"
    status = 500
