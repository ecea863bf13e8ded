"""Two candidates of one account, met in one list, become one."""

from dataclasses import replace

from server.domain.candidate import Candidate


def made_one(there: Candidate, coming: Candidate) -> Candidate:
    """Both notes, all tags, both histories in order; the stage of the one that is there, the newer reading."""
    newer = max(there, coming, key=lambda candidate: candidate.updated_at)
    notes = dict.fromkeys(note for note in (there.note, coming.note) if note)
    return replace(
        there,
        profile=newer.profile,
        annotation=newer.annotation,
        seen_again=newer.seen_again,
        note="\n".join(notes),
        tags=tuple(dict.fromkeys((*there.tags, *coming.tags))),
        history=tuple(sorted((*there.history, *coming.history), key=lambda event: event.at)),
    )
