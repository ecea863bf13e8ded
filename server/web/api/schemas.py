"""The shapes of the API, besides those of the contract in `server.wire`; OpenAPI is generated from them."""

from typing import Annotated, Any, Literal

import msgspec

from server.domain.candidate import Stage
from server.domain.profile import Platform
from server.services.account_traces import Source
from server.services.same_person_rules import Kind
from server.wire.profile_in import ProfileWithHandle

Short = Annotated[str, msgspec.Meta(max_length=200)]
Note = Annotated[str, msgspec.Meta(max_length=20_000)]
Tags = Annotated[list[Annotated[str, msgspec.Meta(max_length=60)]], msgspec.Meta(max_length=100)]


class Strict(msgspec.Struct, forbid_unknown_fields=True, frozen=True):
    """A body that refuses unknown keys."""


class PairIn(Strict, frozen=True, forbid_unknown_fields=True):
    """The code from the first page, and how the browser calls itself."""

    code: Short
    name: Short = "Browser"


class PairOut(Strict, frozen=True, forbid_unknown_fields=True):
    """The token; shown once."""

    token: str


class SelectIn(Strict, frozen=True, forbid_unknown_fields=True):
    """Choose a brand, a list or both by id."""

    brand: Short | None = None
    list: Short | None = None


class Named(Strict, frozen=True, forbid_unknown_fields=True):
    """A brand or a list to choose from."""

    id: str
    name: str


NamedMany = list[Named]


class StateOut(Strict, frozen=True, forbid_unknown_fields=True):
    """What is chosen and what there is; null before the first brand or list."""

    brand: Named | None
    brands: NamedMany
    list: Named | None
    lists: NamedMany


class KnownIn(Strict, frozen=True, forbid_unknown_fields=True):
    """Handles that a page shows."""

    platform: Platform
    handles: Annotated[list[Short], msgspec.Meta(max_length=300)]


class SaveIn(Strict, frozen=True, forbid_unknown_fields=True):
    """A profile to save, to the chosen list unless one is named."""

    profile: ProfileWithHandle
    list: Short | None = None
    note: Note | None = None
    tags: Tags | None = None


class ChangeIn(Strict, frozen=True, forbid_unknown_fields=True):
    """What to set; absent stays as it is."""

    note: Note | None = None
    tags: Tags | None = None
    stage: Stage | None = None


class Saved(Strict, frozen=True, forbid_unknown_fields=True):
    """One list that holds the account."""

    candidate: str
    list: str
    list_name: str
    stage: Stage
    note: str
    tags: Tags


class SavedOut(Strict, frozen=True, forbid_unknown_fields=True):
    """Every list that holds the account."""

    saved: list[Saved]


class AccountIn(Strict, frozen=True, forbid_unknown_fields=True):
    """An account of the other platform."""

    platform: Platform
    handle: Annotated[str, msgspec.Meta(min_length=1, max_length=200)]


class Words(Strict, frozen=True, forbid_unknown_fields=True):
    """The characters that show something: whose, `source` bio or link, and where in it they stand."""

    platform: Platform
    source: Source
    start: int
    end: int
    text: str


class WhySame(Strict, frozen=True, forbid_unknown_fields=True):
    """One reason for two accounts being one person."""

    kind: Kind
    why: str
    evidence: list[Words]


class Suggested(Strict, frozen=True, forbid_unknown_fields=True):
    """A saved account that may be the same person; reasons strongest first."""

    platform: Platform
    handle: str
    candidate: str
    reasons: list[WhySame]


class PersonOut(Strict, frozen=True, forbid_unknown_fields=True):
    """The person behind an account: who is joined, who may be, and who was said to be somebody else."""

    joined_with: AccountIn | None
    suggested: list[Suggested]
    kept_apart: list[AccountIn]


class UndoOut(Strict, frozen=True, forbid_unknown_fields=True):
    """What `restore` takes, for ten minutes."""

    undo: str


class OpenIn(Strict, frozen=True, forbid_unknown_fields=True):
    """Which local page to open."""

    page: Literal["start", "lists", "brand"] = "start"


class OpenOut(Strict, frozen=True, forbid_unknown_fields=True):
    """A one-time link."""

    url: str


class HealthOut(Strict, frozen=True, forbid_unknown_fields=True):
    """That it is Seedlist, which version, and whether the reader is ready."""

    app: Literal["seedlist"]
    version: str
    protocol: int
    reader: Literal["starting", "ready", "failed"]


class Failure(Strict, frozen=True, forbid_unknown_fields=True):
    """What happened and what to do."""

    code: str
    message: str
    action: str
    field: str | None = None


class FailureOut(Strict, frozen=True, forbid_unknown_fields=True):
    """Every refusal of the API."""

    error: Failure


AnnotationOut = dict[str, Any]
