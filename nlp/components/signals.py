"""Turns hits into cultural signals: what the account does counts where it speaks of itself."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.guards import load_cues
from nlp.hits import Hit
from nlp.niche_features import OWN
from nlp.reading import Signal
from nlp.taxonomy import Taxonomy, load_taxonomy
from nlp.term_index import TermIndex

_EVIDENCE = 6
_NEAR = 4
"""Tokens between a first-person word and a craft in a caption."""
_WEIGHTS = {"own_strong": 0.9, "own_weak": 0.3, "strong": 0.55, "weak": 0.15}
_THRESHOLD = 0.5


class Signals:
    """Adds up what independent hits say about each signal."""

    def __init__(self, taxonomy: Taxonomy, cues: TermIndex[str]) -> None:
        self._taxonomy = taxonomy
        self._cues = cues

    def __call__(self, doc: Doc) -> Doc:
        """Fill `signals`, best first."""
        by_id: dict[str, list[Hit]] = defaultdict(list)
        for hit in doc._.hits:
            if hit.sense.facet != "niche" and self._counts(hit):
                by_id[hit.sense.id].append(hit)
        found = [self._signal(name, hits) for name, hits in by_id.items()]
        doc._.signals = tuple(sorted((s for s in found if s.score >= _THRESHOLD), key=lambda s: (-s.score, s.id)))
        return doc

    def _counts(self, hit: Hit) -> bool:
        """Crafts count where people speak of themselves; never as a hashtag of a caption."""
        if hit.sense.facet != "craft":
            return True
        if hit.state != "plain":
            return False
        if hit.part.place in OWN:
            return True
        return hit.part.place == "caption" and hit.match.via == "word" and self._is_first_person(hit)

    def _is_first_person(self, hit: Hit) -> bool:
        for cue in self._cues.find(hit.part):
            if "first_person" in cue.senses and 0 <= hit.match.first - cue.last <= _NEAR:
                tokens = hit.part.tokens[cue.last : hit.match.first + 1]
                if not any(token.gap for token in tokens):
                    return True
        return False

    def _signal(self, name: str, hits: Sequence[Hit]) -> Signal:
        entry = self._taxonomy.signals[name]
        evidence = tuple(dict.fromkeys(hit.evidence() for hit in hits))[:_EVIDENCE]
        return Signal(id=name, facet=entry.facet, score=round(strength(hits), 4), evidence=evidence)  # type: ignore[arg-type]


def strength(hits: Iterable[Hit]) -> float:
    """0 to 1, each distinct term adding to what the others leave open."""
    open_share = 1.0
    for kind in {(hit.sense.term, _kind(hit)) for hit in hits}:
        open_share *= 1 - _WEIGHTS[kind[1]]
    return 1 - open_share


def _kind(hit: Hit) -> str:
    strong = "weak" if hit.sense.strength == "weak" or hit.match.via == "split" else "strong"
    return f"own_{strong}" if hit.part.place in OWN else strong


@Language.factory("seedlist_signals", requires=["doc._.hits"], assigns=["doc._.signals"])
def create_signals(nlp: Language, name: str) -> Signals:  # noqa: ARG001 - spaCy's signature
    """The component with the taxonomy and the shipped cues."""
    return Signals(load_taxonomy(), load_cues())
