"""Turns evidence into scores that mean something: the fitted curve of calibration.toml."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp

from nlp.errors import LexiconFault
from nlp.lexicon_files import LEXICONS, check_keys, read_toml
from nlp.niche_features import FEATURES

PATH = LEXICONS / "calibration.toml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Calibration:
    """Weights of the logistic curve for niches, and from which score on how many are the answer."""

    bias: float
    weights: Mapping[str, float]
    first: float
    threshold: float
    most: int

    def score(self, features: Mapping[str, float]) -> float:
        """0 to 1: how likely a careful marketer would give this niche."""
        return 1 / (
            1 + exp(-(self.bias + sum(self.weights[name] * value for name, value in features.items() if value)))
        )


@cache
def load_calibration() -> Calibration:
    """The shipped table; raises LexiconFault when a weight is missing or unknown."""
    data = read_toml(PATH)
    check_keys(PATH, data, {"niche", "answer"})
    check_keys(PATH, data["niche"], {"bias", *FEATURES})
    check_keys(PATH, data["answer"], {"first", "threshold", "most"})
    missing = [name for name in FEATURES if name not in data["niche"]]
    if missing:
        raise LexiconFault(PATH, f"no weight for {missing}", action="Write one, 0 when it should not count")
    weights = {name: float(data["niche"][name]) for name in FEATURES}
    return Calibration(
        bias=float(data["niche"]["bias"]),
        weights=weights,
        first=float(data["answer"]["first"]),
        threshold=float(data["answer"]["threshold"]),
        most=int(data["answer"]["most"]),
    )
