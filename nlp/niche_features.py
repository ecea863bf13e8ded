"""What the words of a profile show for one niche, as the few numbers that its score is made of."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log1p

from nlp.components.places import PlaceHit
from nlp.hits import Hit
from nlp.reading import Evidence

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
    "placed",  # distinct places that captions name, log; for the niche of places alone
    "lead",  # its points against the strongest niche of this profile
    "share",  # part of all niche points of this profile that this niche holds
    "meaning",  # word vectors of bio, name and category, and of the captions somewhat less, log
)
_WEAK_TOGETHER = 2
_WEAK_AGAIN = 3
_OF_PLACES = "travel"
_PLACES_TOGETHER = 3
_FEW_POSTS = 3
"""A share of fewer posts than this is taken as a share of this many."""
OWN = ("bio", "name", "category", "link")
_POINTS = {
    "own_strong": 3.0,
    "own_weak": 1.0,
    "own_tag": 0.7,
    "said": 1.5,
    "hinted": 0.5,
    "tagged": 1.0,
    "placed": 0.7,
}


@dataclass(slots=True)
class Shown:
    """The hits of one niche, sorted by how they count: for each kind the terms and the posts they stand in."""

    terms: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    posts: dict[str, set[int]] = field(default_factory=lambda: defaultdict(set))
    hits: list[Hit] = field(default_factory=list)
    evidence: list[Evidence] = field(default_factory=list)
    """What shows it besides the hits."""

    def add(self, hit: Hit, kind: str) -> None:
        """Count one hit."""
        self.terms[kind].add(hit.sense.term)
        if hit.part.post is not None:
            self.posts[kind].add(hit.part.post)
        self.hits.append(hit)

    def place(self, place: PlaceHit) -> None:
        """Count a place named in a caption."""
        self.terms["placed"].add(place.name.lower())
        self.posts["placed"].add(place.part.post or 0)
        self.evidence.append(place.part.evidence(place.start, place.end))

    def is_shown(self) -> bool:
        """Weak words alone show nothing, unless several different ones come together."""
        if any(self.terms[kind] for kind in ("own_strong", "said", "tagged", "own_tag")):
            return True
        if len(self.terms["placed"]) >= _PLACES_TOGETHER:
            return True
        own, said = self.terms["own_weak"], self.terms["hinted"]
        return len(own | said) >= _WEAK_TOGETHER or len(self.posts["hinted"]) >= _WEAK_AGAIN or bool(own and said)

    def points(self) -> float:
        """A rough sum, to compare niches within one profile."""
        terms = self.terms
        return sum([weight * log1p(len(terms[kind])) for kind, weight in _POINTS.items() if kind in terms])


def collect(hits: Iterable[Hit], languages: tuple[str, ...], places: Iterable[PlaceHit] = ()) -> dict[str, Shown]:
    """The niche hits by niche; places named in captions speak for travel."""
    shown: dict[str, Shown] = defaultdict(Shown)
    for place in places:
        if place.part.place == "caption":
            shown[_OF_PLACES].place(place)
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
    if strength == "weak" and not (is_own and is_whole_item(hit)):
        return "own_weak" if is_own else "hinted"
    return "own_strong" if is_own else "said"


def is_whole_item(hit: Hit) -> bool:
    """True when the term is all that stands between two separators: the "beauty" of "fitness | beauty | travel".

    A word before a mail address is a label ("collabs: ..."), no item.
    """
    tokens, first, last = hit.part.tokens, hit.match.first, hit.match.last
    opens = tokens[first].gap or tokens[first - 1].kind not in ("word", "run")
    closes = last == len(tokens) or tokens[last].gap or tokens[last].kind not in ("word", "run")
    is_label = any(token.kind == "mail" for token in tokens[last : last + 2])
    return opens and closes and not is_label


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
        row[kind] = len(mine.posts[kind]) / max(posts, _FEW_POSTS)
        row[f"{kind}_terms"] = log1p(len(mine.terms[kind]))
    row["placed"] = log1p(len(mine.terms["placed"]))
    if mine.is_shown():
        row["share"] = points / total
        row["lead"] = points / most
    return row
