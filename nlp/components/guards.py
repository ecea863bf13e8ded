"""Drops hits whose context speaks against them: guards, negation, other people's credits, longer phrases."""

from collections import defaultdict
from collections.abc import Iterable

from spacy.language import Language
from spacy.tokens import Doc

from nlp.context import Surroundings
from nlp.folding import fold
from nlp.hits import Hit
from nlp.spans import Span, inside_longer
from nlp.term_list import Match
from nlp.tokens import TextPart

_DROPPING = {"credit", "denied", "denied_after"}
_FREE_BETWEEN = 1
"""Words that may stand between a cue and the term: "not a professional model"."""
_FAR = 12
_OVERLAPPING = 2
"""Cues that begin further away than this many tokens are not looked at."""


class Guards:
    """Keeps the hits that count and says of each whether it is plain, past or aspiring."""

    def __call__(self, doc: Doc) -> Doc:
        """Filter `hits`."""
        kept: list[Hit] = []
        by_part: dict[int, list[Hit]] = {}
        for hit in doc._.hits:
            by_part.setdefault(id(hit.part), []).append(hit)
        cues, languages = doc._.cues, doc._.languages or ()
        for hits in by_part.values():
            kept += _in_part(hits, cues[id(hits[0].part)].speech, languages)
        doc._.hits = kept
        return doc


def _in_part(hits: list[Hit], cues: list[Match[str]], languages: tuple[str, ...]) -> list[Hit]:
    """The hits of one text that count."""
    guarded = [hit for hit in hits if not _is_other_word(hit, languages) and _allowed(hit)]
    longest = _without_contained(guarded)
    return [stated for hit in longest if (stated := _state(hit, cues))] if cues else longest


def _allowed(hit: Hit) -> bool:
    guard = hit.sense.guard
    return guard is None or Surroundings(hit.part).allow(guard, hit.match)


def _is_other_word(hit: Hit, languages: tuple[str, ...]) -> bool:
    """True when only the lost accent makes it this term and nobody writes that language here ("the" is no "thé")."""
    term = hit.sense.term
    if term.isascii() or hit.match.via != "word" or hit.sense.languages & {*languages}:
        return False
    return fold(term) != term.lower() and hit.evidence().text.isascii()


def _without_contained(hits: list[Hit]) -> list[Hit]:
    """Within a facet the longest phrase speaks: "hair stylist" is no stylist."""
    if len(hits) < _OVERLAPPING:
        return hits
    spans: dict[str, list[Span]] = defaultdict(list)
    for hit in hits:
        spans[hit.sense.facet].append((hit.match.start, hit.match.end))
    held = {facet: inside_longer(found) for facet, found in spans.items()}
    return [hit for hit in hits if (hit.match.start, hit.match.end) not in held[hit.sense.facet]]


def _state(hit: Hit, cues: Iterable[Match[str]]) -> Hit | None:
    """The hit with its state, None when it is denied or credits someone else."""
    near = [cue for cue in cues if -_FAR <= cue.first - hit.match.first <= _FAR]
    kinds = {cue.senses[0] for cue in near if _speaks_of(cue, hit)}
    if kinds & _DROPPING:
        return None
    state = next((kind for kind in ("past", "aspiring") if kind in kinds), "plain")
    return hit if state == "plain" else hit._replace(state=state)


def _speaks_of(cue: Match[str], hit: Hit) -> bool:
    """True when the cue stands where its kind has to stand to mean this hit."""
    kind = cue.senses[0]
    if kind == "credit":
        return _is_credit(hit, cue)
    if kind == "denied_after":
        return _follows(hit.part, hit.match.last, cue.first)
    return kind != "first_person" and _follows(hit.part, cue.last, hit.match.first)


def _follows(part: TextPart, end: int, start: int) -> bool:
    """True when token `start` comes right after `end`, or after one free word, with nothing separating."""
    if not 0 <= start - end <= _FREE_BETWEEN or start >= len(part.tokens):
        return False
    return not any(part.tokens[index].gap for index in range(end, start + 1))


def _is_credit(hit: Hit, cue: Match[str]) -> bool:
    """True when the hit is (part of) a credit word that an @handle follows, in a caption."""
    tokens = hit.part.tokens
    if hit.part.place != "caption" or cue.last >= len(tokens) or tokens[cue.last].kind != "handle":
        return False
    return hit.match.first < cue.last and hit.match.last > cue.first


@Language.factory("seedlist_guards", requires=["doc._.hits", "doc._.languages", "doc._.cues"], assigns=["doc._.hits"])
def create_guards(nlp: Language, name: str) -> Guards:  # noqa: ARG001 - spaCy's signature
    """The component; its words come with the cues."""
    return Guards()
