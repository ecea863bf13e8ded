"""Use case: a filter and an order of one list under a name, to come back to with one click."""

from dataclasses import dataclass

from server.domain.errors import InvalidInput, NotFound
from server.domain.ids import new_id
from server.services.ports import Body, Store

MOST = 30
"""Views of one list; more would be another list to search."""


@dataclass(frozen=True, kw_only=True, slots=True)
class SavedView:
    """A named view; `query` is the address's query without its "?", as the page made it."""

    id: str
    list_id: str
    name: str
    query: str


def views_of(store: Store, list_id: str) -> tuple[SavedView, ...]:
    """The views of a list, oldest first."""
    return tuple(view for view in map(from_body, store.rows("views")) if view.list_id == list_id)


def keep_view(store: Store, list_id: str, name: str, query: str) -> SavedView:
    """A new view; raises InvalidInput without a free name, or when there are too many."""
    with store.transaction():
        title = checked_name(store, list_id, name)
        if len(views_of(store, list_id)) >= MOST:
            raise InvalidInput(f"A list has at most {MOST} views.", field="name", action="Remove one first.")
        made = SavedView(id=new_id(), list_id=list_id, name=title, query=query)
        store.put("views", made.id, to_body(made))
    return made


def rename_view(store: Store, list_id: str, view_id: str, name: str) -> SavedView:
    """The view under another name; raises NotFound or InvalidInput."""
    with store.transaction():
        known = find_view(store, list_id, view_id)
        title = name.strip() if name.strip() == known.name else checked_name(store, list_id, name)
        store.put("views", view_id, {**to_body(known), "name": title})
    return find_view(store, list_id, view_id)


def drop_view(store: Store, list_id: str, view_id: str) -> SavedView:
    """Take a view away, kept until the next is taken away, so that it can come back; raises NotFound."""
    with store.transaction():
        known = find_view(store, list_id, view_id)
        store.drop("views", view_id)
        store.put("removed_views", list_id, to_body(known))
    return known


def restore_view(store: Store, list_id: str) -> SavedView:
    """Bring the view taken away last back; raises NotFound when there is none."""
    with store.transaction():
        body = store.drop("removed_views", list_id)
        if body is None:
            raise NotFound("There is no view to bring back.", action="Keep the filter as a view again.")
        store.put("views", body["id"], body)
    return from_body(body)


def find_view(store: Store, list_id: str, view_id: str) -> SavedView:
    """A view of a list; raises NotFound."""
    body = store.get("views", view_id)
    if body is None or body["list_id"] != list_id:
        raise NotFound("This view is not there any more.", action="Reload the list.", field="view")
    return from_body(body)


def checked_name(store: Store, list_id: str, name: str) -> str:
    """A trimmed, free name of 1 to 40 characters; raises InvalidInput."""
    title = name.strip()
    if not 1 <= len(title) <= 40:
        raise InvalidInput("A view needs a name of 1 to 40 characters.", field="name", action="Type a short name.")
    if any(view.name.casefold() == title.casefold() for view in views_of(store, list_id)):
        raise InvalidInput(f"There is a view “{title}” already.", field="name", action="Choose another name.")
    return title


def to_body(view: SavedView) -> Body:
    """Plain JSON of a view."""
    return {"id": view.id, "list_id": view.list_id, "name": view.name, "query": view.query}


def from_body(body: Body) -> SavedView:
    """The view that `to_body` wrote."""
    return SavedView(id=body["id"], list_id=body["list_id"], name=body["name"], query=body["query"])
