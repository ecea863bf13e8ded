"""Use case: how the saved people of a brand would stand with other weights, before anything is changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from server.domain.brand import Brand
from server.scoring.rescore import score_all
from server.services.ports import Body

MOST = 10


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """One candidate after the change: rank from 1 and fit, and what both were before; None where no part is known."""

    body: Body
    rank: int
    rank_before: int
    score: int | None
    score_before: int | None

    @property
    def climbed(self) -> int:
        """Places gained; below 0 for places lost."""
        return self.rank_before - self.rank


def preview_order(saved: Sequence[Body], before: Brand, after: Brand, most: int = MOST) -> tuple[Place, ...]:
    """The best of the saved people with the new weights, each with the place it has now. Nothing is stored.

    Raises InvalidInput for a weight of no part, or for a stored annotation that cannot be read.
    """
    pairs = [(body["annotation"], body["profile"]) for body in saved]
    old, new = list(score_all(pairs, before)), list(score_all(pairs, after))
    rank_before = {place: rank for rank, place in enumerate(ranking(saved, old), 1)}
    return tuple(
        Place(body=saved[n], rank=rank, rank_before=rank_before[n], score=new[n], score_before=old[n])
        for rank, n in enumerate(ranking(saved, new)[:most], 1)
    )


def ranking(saved: Sequence[Body], scores: Sequence[int | None]) -> list[int]:
    """Positions from the best fit down; unknown ones last, equal ones in the order of their ids."""
    return sorted(range(len(saved)), key=lambda n: (scores[n] is None, -(scores[n] or 0), saved[n]["id"]))
