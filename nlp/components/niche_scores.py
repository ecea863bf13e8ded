"""Weighs the evidence for every niche and answers with at most three; silent when the words show nothing."""

from collections.abc import Mapping
from math import expm1, log1p

from spacy.language import Language
from spacy.tokens import Doc

from nlp.calibration import Calibration, load_calibration
from nlp.meaning import MeaningScorer, load_meaning
from nlp.niche_features import OWN, Shown, collect, features, kind_of
from nlp.reading import Evidence, Niche
from nlp.taxonomy import load_taxonomy
from nlp.tokens import Sheet, TextPart

_EVIDENCE = 8
_SAID = 0.7
"""What captions mean counts this much of what the bio means."""
_FINE = 100
"""Strengths run from 0 to 1; from a hundredth on a difference tells."""
_ORDER = ("own_strong", "said", "tagged", "own_weak", "own_tag", "hinted")


class NicheScores:
    """Lexicon and meaning together, through the calibrated curve."""

    def __init__(self, calibration: Calibration, meaning: MeaningScorer, niches: tuple[str, ...]) -> None:
        self._calibration = calibration
        self._meaning = meaning
        self._niches = niches

    def __call__(self, doc: Doc) -> Doc:
        """Fill `niches`, `niche_scores` and `meaning`."""
        languages = doc._.languages or ()
        shown = collect(doc._.hits, languages, doc._.place_hits or ())
        rows = self.rows(doc._.sheet, shown)
        doc._.niche_scores = {niche: self._calibration.score(row) for niche, row in rows.items()}
        doc._.meaning = raw_meaning(rows)
        doc._.niches = self._answer(doc._.niche_scores, shown, languages)
        return doc

    def rows(self, sheet: Sheet, shown: Mapping[str, Shown]) -> dict[str, dict[str, float]]:
        """The features of every niche."""
        posts = sum(1 for _ in sheet.at("caption"))
        own = self._meaning.niche_scores([word for part in sheet.parts if part.place in OWN for word in words_of(part)])
        said = self._meaning.niche_scores([word for part in sheet.at("caption") for word in words_of(part)])
        rows = features(shown, posts)
        return {niche: {**rows.get(niche, {}), **row} for niche, row in self._meaning_rows(own, said).items()}

    def _meaning_rows(self, own: Mapping[str, float], said: Mapping[str, float]) -> dict[str, dict[str, float]]:
        both = {niche: own.get(niche, 0.0) + _SAID * said.get(niche, 0.0) for niche in self._niches}
        return {niche: {"meaning": log1p(_FINE * strength)} for niche, strength in both.items()}

    def _answer(
        self, scores: Mapping[str, float], shown: Mapping[str, Shown], languages: tuple[str, ...]
    ) -> tuple[Niche, ...]:
        ranked = sorted((n for n in shown if shown[n].is_shown()), key=lambda niche: (-scores.get(niche, 0.0), niche))
        chosen = [
            niche
            for place, niche in enumerate(ranked[: self._calibration.most])
            if scores.get(niche, 0.0) >= (self._calibration.threshold if place else self._calibration.first)
        ]
        return tuple(
            Niche(id=niche, score=round(scores[niche], 4), evidence=_evidence(shown[niche], languages))
            for niche in chosen
        )


def raw_meaning(rows: Mapping[str, Mapping[str, float]]) -> tuple[float, ...]:
    """The strength behind each row's feature, in the order of the rows; () when no word was known."""
    strengths = tuple([round(expm1(row["meaning"]) / _FINE, 4) for row in rows.values()])
    return strengths if any(strengths) else ()


def words_of(part: TextPart) -> list[str]:
    """The folded words of a text, hashtags split."""
    found: list[str] = []
    for index, token in enumerate(part.tokens):
        if token.kind in ("word", "run"):
            found.append(token.norm)
        elif token.kind == "tag":
            found += part.tag_words.get(index, (token.norm,))
    return found


def _evidence(shown: Shown, languages: tuple[str, ...]) -> tuple[Evidence, ...]:
    """The telling words first; each spelling once a text."""
    ordered = sorted(shown.hits, key=lambda hit: _ORDER.index(kind_of(hit, languages)))
    unique = dict.fromkeys([*(hit.evidence() for hit in ordered), *shown.evidence])
    return tuple(unique)[:_EVIDENCE]


@Language.factory(
    "seedlist_niche_scores",
    requires=["doc._.sheet", "doc._.hits", "doc._.languages", "doc._.place_hits"],
    assigns=["doc._.niches", "doc._.niche_scores", "doc._.meaning"],
)
def create_niche_scores(nlp: Language, name: str) -> NicheScores:  # noqa: ARG001 - spaCy's signature
    """The component with the shipped calibration and vectors."""
    return NicheScores(load_calibration(), load_meaning(), tuple(load_taxonomy().niches))
