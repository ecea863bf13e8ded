"""What a page says after a change; addresses carry a code, never words."""

NOTICES = {
    "saved": "Saved.",
    "removed": "Taken off the list.",
    "restored": "Back on the list.",
    "stage": "Stage changed.",
    "tags": "Tags changed.",
    "note": "Note saved.",
    "moved": "Moved to another list.",
    "undone": "Undone.",
    "erased": "Erased for good. This person is not collected again.",
    "renamed": "The list has a new name.",
    "view_kept": "The view is kept with this list.",
    "view_renamed": "The view has a new name.",
    "view_removed": "The view is removed. Nobody is taken off the list.",
    "end_set": "The list is erased on that day. A week before, this page says so.",
    "end_off": "The list is kept.",
    "list_erased": "The list is erased, with everybody who was on it alone.",
    "list_made": "The list is there. What you save now goes here.",
    "brand_saved": "The brand is saved.",
    "weights_saved": "The weights are saved, and the fits are worked out anew.",
    "weights_reset": "The weights are the goal's own again.",
    "learned": "The learned weights are in use, and the fits are worked out anew.",
    "gift_saved": "The gift is noted.",
    "joined": "Joined: one person with two accounts.",
    "parted": "No longer joined. Both accounts stay as they are.",
    "kept_apart": "Noted: two people. They are not suggested again.",
    "allowed": "Taken back: they may be suggested again.",
    "gift_removed": "The gift is out of the ledger.",
    "post_taken": "The post is in the ledger.",
    "post_refused": "The post is not offered again.",
    "post_waits": "The post waits again.",
    "contacts_kept": "Contact addresses are kept from now on.",
    "contacts_masked": "Contact addresses are masked from now on.",
    "taught": "The words are kept. Those saved who use them are read again.",
    "taken": "Taken over.",
    "brand_removed": "The brand is removed. Its lists stay.",
    "chosen": "Switched.",
    "ended": "That browser is no longer paired.",
    "none_picked": "Nothing was ticked, so nothing changed.",
}


def words_of(code: str) -> str:
    """The sentence of a code, "" for an unknown one."""
    return NOTICES.get(code, "")
