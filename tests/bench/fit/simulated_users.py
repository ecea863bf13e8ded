"""Invented users with stated tastes, who choose candidates as their taste says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from random import Random

from server.scoring.choice_order import Choice, Example, Values

TASTES: Mapping[str, Mapping[str, float]] = {
    "culture before subject": {
        "cultural_adjacency": 4.0,
        "niche_overlap": 0.2,
        "shared_meaning": 0.2,
        "shared_words": 0.3,
    },
    "known for a craft": {"craft": 8.0, "niche_overlap": 0.5, "shared_meaning": 0.5, "cultural_adjacency": 0.5},
    "never paid": {"commercial_load": 6.0, "shared_words": 0.3, "niche_overlap": 0.6, "shared_meaning": 0.6},
    "small and answered": {"tier_match": 6.0, "trust": 6.0, "engagement": 5.0, "cultural_adjacency": 0.4},
    "speaks our words": {"shared_words": 6.0, "niche_overlap": 0.3, "shared_meaning": 0.3, "cultural_adjacency": 0.3},
    "subject only": {"niche_overlap": 4.0, "shared_meaning": 4.0, "cultural_adjacency": 0.2, "shared_words": 0.2},
}
"""Factors on the table's weights. Niche overlap and shared meaning both measure the subject and go together."""
FITS, PARTLY = 12, 15


@dataclass(frozen=True, kw_only=True)
class User:
    """Grades of every handle by the user's own taste: 2 for the best 12, 1 for the next 15, else 0."""

    taste: str
    grades: Mapping[str, int]

    def choose(self, handles: Sequence[str], values: Mapping[str, Values]) -> list[Example]:
        """What the user does with these candidates."""
        words: tuple[Choice, ...] = ("dismissed", "saved", "starred")
        return [Example(values=values[handle], choice=words[self.grades[handle]]) for handle in handles]


def user_of(taste: str, values: Mapping[str, Values], weights: Mapping[str, float]) -> User:
    """A user whose weights are the table's times the factors of a taste."""
    own = {id_: weight * TASTES[taste].get(id_, 1.0) for id_, weight in weights.items()}
    order = sorted(values, key=lambda handle: (-mean_of(values[handle], own), handle))
    grades = {handle: 2 if rank < FITS else 1 if rank < FITS + PARTLY else 0 for rank, handle in enumerate(order)}
    return User(taste=taste, grades=grades)


def mean_of(values: Values, weights: Mapping[str, float]) -> float:
    """The weighted mean of the known values."""
    known = [(weights[id_], value) for id_, value in values.items() if value is not None]
    return sum(weight * value for weight, value in known) / (sum(weight for weight, _ in known) or 1.0)


def looked_at(order: Sequence[str], number: int, random: Random) -> list[str]:
    """Candidates that a user meets: half of them from the best thirty of the table's order, half from the rest."""
    best = random.sample(list(order[:30]), number - number // 2)
    return best + random.sample(list(order[30:]), number // 2)
