"""The OpenAPI 3.1 document, generated from the same types that decode and encode."""

import re
from dataclasses import dataclass
from functools import cache
from typing import Any

import msgspec

from server.version import VERSION
from server.web.api.schemas import (
    AccountIn,
    ChangeIn,
    FailureOut,
    HealthOut,
    KnownIn,
    OpenIn,
    OpenOut,
    PairIn,
    PairOut,
    PersonOut,
    SavedOut,
    SaveIn,
    SelectIn,
    StateOut,
    UndoOut,
)
from server.wire.brand_in import BrandIn
from server.wire.profile_in import ProfileIn

REF = "#/components/schemas/{name}"
Plain = dict[str, Any]


@dataclass(frozen=True, kw_only=True, slots=True)
class Route:
    """One operation: what it takes and gives (None: an open JSON object), and whether it needs the token."""

    method: str
    path: str
    does: str
    takes: type | None = None
    gives: type | None = None
    status: int = 200
    token: bool = True


ROUTES: tuple[Route, ...] = (
    Route(method="get", path="/api/health", does="Is it Seedlist, is the reader ready", gives=HealthOut, token=False),
    Route(
        method="post",
        path="/api/pair",
        does="A code becomes a token",
        takes=PairIn,
        gives=PairOut,
        status=201,
        token=False,
    ),
    Route(method="get", path="/api/openapi.json", does="This document"),
    Route(method="get", path="/api/state", does="Brand and list in use", gives=StateOut),
    Route(method="post", path="/api/select", does="Choose a brand or list", takes=SelectIn, gives=StateOut),
    Route(method="post", path="/api/open", does="A one-time link to a local page", takes=OpenIn, gives=OpenOut),
    Route(method="post", path="/api/annotate", does="Annotate one profile; nothing is stored", takes=ProfileIn),
    Route(method="post", path="/api/known", does="Which handles are saved or were seen", takes=KnownIn),
    Route(method="post", path="/api/candidates", does="Save a profile", takes=SaveIn, gives=SavedOut, status=201),
    Route(method="get", path="/api/candidates/{key}", does="Where an account is saved", gives=SavedOut),
    Route(method="patch", path="/api/candidates/{key}", does="Set note, tags or stage", takes=ChangeIn, gives=SavedOut),
    Route(method="delete", path="/api/candidates/{key}", does="Take off the list", gives=UndoOut),
    Route(method="post", path="/api/candidates/{undo}/restore", does="Undo a removal", gives=SavedOut),
    Route(method="get", path="/api/candidates/{key}/person", does="One person on both platforms", gives=PersonOut),
    Route(
        method="post",
        path="/api/candidates/{key}/join",
        does="Join with an account of the other platform",
        takes=AccountIn,
        gives=PersonOut,
    ),
    Route(method="delete", path="/api/candidates/{key}/join", does="Take the join back", gives=PersonOut),
    Route(
        method="post",
        path="/api/candidates/{key}/apart",
        does="Remember that two accounts are not one person",
        takes=AccountIn,
        gives=PersonOut,
    ),
    Route(
        method="delete",
        path="/api/candidates/{key}/apart/{platform}/{handle}",
        does="Let two accounts be suggested again",
        gives=PersonOut,
    ),
    Route(method="get", path="/api/brands", does="All brands"),
    Route(method="post", path="/api/brands", does="Add a brand", takes=BrandIn, status=201),
    Route(method="patch", path="/api/brands/{brand_id}", does="Change a brand", takes=BrandIn),
    Route(method="delete", path="/api/brands/{brand_id}", does="Remove a brand"),
    Route(method="post", path="/api/brands/propose", does="Wishes that a brand's words show", takes=BrandIn),
)


@cache
def document() -> Plain:
    """The whole document."""
    shapes = sorted({t for r in ROUTES for t in (r.takes, r.gives) if t} | {FailureOut}, key=lambda t: t.__name__)
    _, components = msgspec.json.schema_components(shapes, ref_template=REF)
    paths: dict[str, Plain] = {}
    for route in ROUTES:
        paths.setdefault(route.path, {})[route.method] = _operation(route)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Seedlist", "version": VERSION, "license": {"name": "MIT", "identifier": "MIT"}},
        "servers": [{"url": "/"}],
        "security": [{"token": []}],
        "paths": paths,
        "components": {
            "schemas": components,
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
        },
    }


def _operation(route: Route) -> Plain:
    made: Plain = {
        "operationId": f"{route.method}_{re.sub(r'[^a-z]+', '_', route.path.removeprefix('/api/')).strip('_')}",
        "summary": route.does,
        "responses": {
            str(route.status): {"description": "Done", "content": _json(route.gives)},
            "default": {"description": "Refused, with what to do", "content": _json(FailureOut)},
        },
    }
    if route.status == 201 and route.takes is not None:
        made["responses"]["200"] = {"description": "Was there already", "content": _json(route.gives)}
    names = [part[1:-1] for part in route.path.split("/") if part.startswith("{")]
    if names:
        made["parameters"] = [{"name": n, "in": "path", "required": True, "schema": {"type": "string"}} for n in names]
    if route.takes:
        made["requestBody"] = {"required": True, "content": _json(route.takes)}
    if not route.token:
        made["security"] = []
    return made


def _json(shape: type | None) -> Plain:
    return {"application/json": {"schema": {"$ref": REF.format(name=shape.__name__)} if shape else {"type": "object"}}}
