"""Use case: what the stages of a brand's saved people say about its taste, as a lesson with its proof."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from server.domain.brand import Brand
from server.scoring.choice_order import Choice, Example
from server.scoring.choice_table import load_learning
from server.scoring.learning import Lesson, example_of, learn_weights
from server.scoring.rescore import rescore
from server.scoring.weights import weights_of
from server.services.ports import Body

CHOICES: dict[str, Choice] = {
    "shortlisted": "saved",
    "asked": "saved",
    "sent": "saved",
    "arrived": "saved",
    "yes": "starred",
    "seen_wearing": "starred",
    "no": "dismissed",
}
"""What a stage says; spotted and quiet say nothing yet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class OwnChoices:
    """A lesson, how many liked and dismissed people it rests on, and its proof as pairs of two different choices."""

    lesson: Lesson
    liked: int
    dismissed: int
    pairs: int

    @property
    def right_before(self) -> int:
        """Pairs that the weights in use put in the right order."""
        return round(self.lesson.table * self.pairs)

    @property
    def right_after(self) -> int:
        """Pairs that learned weights put in the right order, each judged by weights learned without it."""
        return round(self.lesson.learned * self.pairs)


def own_choices(saved: Iterable[Body], brand: Brand) -> OwnChoices:
    """Learn from everybody with a telling stage; nothing is changed by it.

    `brand` is the brand as it is used, proposals included. Raises InvalidInput for an annotation that cannot be read.
    """
    chosen = [body for body in saved if body["stage"] in CHOICES]
    fits = [rescore(body["annotation"], brand, body["profile"]) for body in chosen]
    examples = [example_of(fit, CHOICES[body["stage"]]) for fit, body in zip(fits, chosen, strict=True)]
    dismissed = sum(example.choice == "dismissed" for example in examples)
    return OwnChoices(
        lesson=learn_weights(examples, weights_of(brand)),
        liked=len(examples) - dismissed,
        dismissed=dismissed,
        pairs=pairs_of(examples),
    )


def pairs_of(examples: Iterable[Example]) -> int:
    """Pairs of people of whom one was liked more than the other."""
    counts = Counter(load_learning().ranks[example.choice] for example in examples)
    return sum(counts[high] * counts[low] for high in counts for low in counts if high > low)
