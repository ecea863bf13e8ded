"""Turns hits into cultural signals: what the account does counts where it speaks of itself."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from spacy.language import Language
from spacy.tokens import Doc

from nlp.components.cues import PartCues
from nlp.hits import Hit
from nlp.niche_features import OWN, is_whole_item
from nlp.reading import Signal
from nlp.taxonomy import Taxonomy, load_taxonomy
from nlp.tokens import Sheet

_EVIDENCE = 6
_NEAR = 3
"""Tokens between a first-person word and a craft in a caption."""
_WEIGHTS = {
    "own_strong": 0.9,
    "own_weak": 0.3,
    "own_emoji": 0.2,
    "strong": 0.45,
    "told": 0.65,
    "weak": 0.15,
    "emoji": 0.1,
}
"""How much one term of the profile's own texts, or one caption, says on its own."""
_TOLD = {"craft", "format"}
"""Facets that one caption can settle: what people say that they do, and how they publish."""
_THRESHOLD = 0.5
_OWN_WORDS = {"i", "my", "our", "mi", "mia", "mio", "meu", "minha", "mon", "ma", "mein", "meine", "mijn", "мой", "моя"}
_SELLS = "founder"
_SELLER_SCORE = 0.7


class Signals:
    """Adds up what independent hits say about each signal."""

    def __init__(self, taxonomy: Taxonomy) -> None:
        self._taxonomy = taxonomy

    def __call__(self, doc: Doc) -> Doc:
        """Fill `signals`, best first."""
        by_id: dict[str, list[Hit]] = defaultdict(list)
        cues = doc._.cues
        for hit in doc._.hits:
            if hit.sense.facet != "niche" and _counts(hit, cues):
                by_id[hit.sense.id].append(hit)
        found = [self._signal(name, hits) for name, hits in by_id.items()]
        told = {signal.id: signal for signal in found if signal.score >= _THRESHOLD}
        sells = _seller(doc._.sheet, doc._.cues)
        if sells:
            told.setdefault(_SELLS, sells)
        doc._.signals = tuple(sorted(told.values(), key=lambda signal: (-signal.score, signal.id)))
        return doc

    def _signal(self, name: str, hits: Sequence[Hit]) -> Signal:
        entry = self._taxonomy.signals[name]
        evidence = tuple(dict.fromkeys(hit.evidence() for hit in hits))[:_EVIDENCE]
        return Signal(id=name, facet=entry.facet, score=round(strength(hits), 4), evidence=evidence)  # type: ignore[arg-type]


def _seller(sheet: Sheet, cues: Mapping[int, PartCues]) -> Signal | None:
    """A bio that sells ("free shipping", "orders via DM") shows somebody who runs a shop."""
    evidence = [
        part.evidence(match.start, match.end)
        for part in sheet.parts
        if part.place in OWN
        for match in cues[id(part)].offers
        if any(cue.kind == "seller" for cue in match.senses)
    ]
    if not evidence:
        return None
    return Signal(id=_SELLS, facet="craft", score=_SELLER_SCORE, evidence=tuple(evidence)[:_EVIDENCE])


def _counts(hit: Hit, cues: Mapping[int, PartCues]) -> bool:
    """Crafts count where people speak of themselves; never as a hashtag of a caption."""
    if hit.sense.facet != "craft":
        return True
    if hit.state != "plain" or _is_plural(hit):
        return False
    if hit.part.place in OWN:
        return True
    return hit.part.place == "caption" and hit.match.via == "word" and _is_first_person(hit, cues)


def _is_first_person(hit: Hit, cues: Mapping[int, PartCues]) -> bool:
    """A first-person word begins the term or stands shortly before it, with nothing separating."""
    if hit.part.tokens[hit.match.first].norm in _OWN_WORDS:
        return True
    for cue in cues[id(hit.part)].speech:
        if "first_person" not in cue.senses or not hit.match.first - cue.last <= _NEAR:
            continue
        between = hit.part.tokens[cue.last : hit.match.first + 1]
        if between and not any(token.gap for token in between):
            return True
    return False


def _is_plural(hit: Hit) -> bool:
    """True for "models and athletes": others are meant, not the account."""
    found = hit.part.tokens[hit.match.last - 1].norm
    return hit.match.via == "word" and not hit.sense.term.endswith("s") and found.isascii() and found.endswith("s")


def strength(hits: Iterable[Hit]) -> float:
    """0 to 1: each own term and each caption adds to what the others leave open."""
    units: dict[tuple[str, object], float] = {}
    for hit in hits:
        is_own = hit.part.place in OWN
        unit = ("own", hit.sense.term) if is_own else _caption_unit(hit)
        units[unit] = max(units.get(unit, 0.0), _WEIGHTS[_kind(hit, is_own=is_own)])
    open_share = 1.0
    for weight in units.values():
        open_share *= 1 - weight
    return 1 - open_share


def _caption_unit(hit: Hit) -> tuple[str, object]:
    """The caption; a word inside a longer hashtag counts once, however often the tag comes back."""
    if hit.match.via == "split":
        return "tag", hit.part.tokens[hit.match.first].norm
    return "post", hit.part.post


def _kind(hit: Hit, *, is_own: bool) -> str:
    prefix = "own_" if is_own else ""
    if hit.sense.strength == "emoji":
        return f"{prefix}emoji"
    is_item = is_own and hit.sense.facet == "craft" and is_whole_item(hit)
    if hit.match.via == "split" or (hit.sense.strength == "weak" and not is_item):
        return f"{prefix}weak"
    return "told" if not is_own and hit.sense.facet in _TOLD else f"{prefix}strong"


@Language.factory("seedlist_signals", requires=["doc._.hits", "doc._.cues"], assigns=["doc._.signals"])
def create_signals(nlp: Language, name: str) -> Signals:  # noqa: ARG001 - spaCy's signature
    """The component with the taxonomy."""
    return Signals(load_taxonomy())
