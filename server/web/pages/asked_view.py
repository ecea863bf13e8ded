"""What the address of a list asks for, with what is known only to the store."""

from dataclasses import replace

from server.services.edit_lists import find_list
from server.services.ports import CandidateView
from server.services.post_ledger import waiting_accounts
from server.web.current import rooms
from server.web.pages import view_args


def asked_view(args: view_args.Args, list_id: str) -> CandidateView:
    """The view that cleaned args ask for; `posts=waiting` are those of whom a post waits for a decision."""
    here = rooms()
    view = view_args.view_of(args, list_id, here.clock())
    if args.get("posts") != view_args.WAITING:
        return view
    return replace(view, accounts=waiting_accounts(here.store, find_list(here.store, list_id).brand))
