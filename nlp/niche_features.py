"""What the words of a profile show for one niche, as the few numbers that its score is made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log1p

from nlp.hits import Hit

FEATURES = (
    "own_strong",  # distinct strong terms in bio, name, category and links, log
    "own_weak",
    "own_tag",  # emoji and hashtags there
    "said",  # share of captions in which a strong term stands in the words
    "said_terms",  # distinct strong terms in captions, log
    "hinted",  # share of captions with a weak term
    "hinted_terms",
    "tagged",  # share of captions with a strong hashtag
    "tagged_terms",
    "lead",  # its points against the strongest niche of this profile
    "share",  # part of all niche points of this profile that this niche holds
    "meaning_own",  # word vectors of bio, name and category
    "meaning_posts",
    "meaning_lead",  # both together against the niche that they speak for most
)
OWN = ("bio", "name", "category", "link")
_POINTS = {
    "own_strong": 3.0,
    "own_weak": 1.0,
    "own_tag": 0.7,
    "said_terms": 1.5,
    "hinted_terms": 0.5,
    "tagged_terms": 1.0,
}


@dataclass(slots=True)
class Shown:
    """The hits of one niche, sorted by how they count: for each kind the terms and the posts they stand in."""

    terms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    posts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    hits: list[Hit] = field(default_factory=list)

    def add(self, hit: Hit, kind: str) -> None:
        """Count one hit."""
        self.terms[kind].add(hit.sense.term)
        if hit.part.post is not None:
            self.posts[kind].add(hit.part.post)
        self.hits.append(hit)

    def points(self) -> float:
        """A rough sum, to compare niches within one profile."""
        return sum(weight * log1p(len(self.terms[kind.removesuffix("_terms")])) for kind, weight in _POINTS.items())


def collect(hits: Iterable[Hit], languages: tuple[str, ...]) -> dict[str, Shown]:
    """The niche hits by niche."""
    shown: dict[str, Shown] = defaultdict(Shown)
    for hit in hits:
        if hit.sense.facet == "niche":
            shown[hit.sense.id].add(hit, kind_of(hit, languages))
    return shown


def kind_of(hit: Hit, languages: tuple[str, ...]) -> str:
    """How a hit counts, by place, strength and the way it was found."""
    is_own = hit.part.place in OWN
    strength = _strength(hit, languages)
    if hit.match.via in ("tag", "split"):
        if strength == "weak" or hit.match.via == "split":
            return "own_weak" if is_own else "hinted"
        return "own_strong" if is_own else "tagged"
    if strength in ("emoji", "tag"):
        return "own_tag" if is_own else "hinted"
    if strength == "weak":
        return "own_weak" if is_own else "hinted"
    return "own_strong" if is_own else "said"


def _strength(hit: Hit, languages: tuple[str, ...]) -> str:
    """A strong word of a language that the profile does not use is weak ("mode", "air")."""
    sense = hit.sense
    if sense.strength != "strong" or sense.languages & {"en", "any", *languages}:
        return sense.strength
    return "weak" if " " not in sense.term else "strong"


def features(shown: Mapping[str, Shown], posts: int) -> dict[str, dict[str, float]]:
    """The numbers of every niche that some word shows, without the vectors; `posts` counts captions with text."""
    points = {niche: mine.points() for niche, mine in shown.items()}
    total, most = sum(points.values()), max(points.values(), default=0.0)
    return {niche: _row(mine, posts, points[niche], total, most) for niche, mine in shown.items()}


def _row(mine: Shown, posts: int, points: float, total: float, most: float) -> dict[str, float]:
    row = {name: log1p(len(mine.terms[name])) for name in ("own_strong", "own_weak", "own_tag")}
    for kind in ("said", "hinted", "tagged"):
        row[kind] = len(mine.posts[kind]) / posts if posts else 0.0
        row[f"{kind}_terms"] = log1p(len(mine.terms[kind]))
    row["share"] = points / total if total else 0.0
    row["lead"] = points / most if most else 0.0
    return row
