"""Counts how far the reader's answers agree with the labels.

Precision: of the labels given, how many must or may be given. Recall: of the labels that must be found, how many
were. A share of nothing is None, never 0.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from nlp.taxonomy import load_taxonomy
from tests.gold.gold_set import Answer

Keep = Callable[[str], bool]


def share(part: int, whole: int) -> float | None:
    """`part` of `whole`, 0 to 1, to three places; None when there is nothing to share."""
    return round(part / whole, 3) if whole else None


@dataclass(kw_only=True)
class Tally:
    """Running counts for one label or a group of labels."""

    given: int = 0
    right: int = 0
    wanted: int = 0
    found: int = 0

    @property
    def precision(self) -> float | None:
        return share(self.right, self.given)

    @property
    def recall(self) -> float | None:
        return share(self.found, self.wanted)

    @property
    def f1(self) -> float | None:
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        return round(2 * precision * recall / (precision + recall), 3) if precision + recall else 0.0

    def add(self, given: Iterable[str], must: Iterable[str], may: Iterable[str]) -> None:
        """Counts the labels of one profile."""
        said, wanted = set(given), set(must)
        self.given += len(said)
        self.right += len(said & (wanted | set(may)))
        self.wanted += len(wanted)
        self.found += len(said & wanted)


@dataclass(kw_only=True)
class Kinds:
    """Tallies by name, made when first asked for."""

    tallies: dict[str, Tally] = field(default_factory=dict)

    def of(self, name: str) -> Tally:
        return self.tallies.setdefault(name, Tally())


def tally_niches(answers: Iterable[Answer], keep: Keep = lambda _: True) -> Tally:
    """Niches of all profiles together; `keep` says which niche ids count."""
    total = Tally()
    for a in answers:
        total.add(filter(keep, a.niches), filter(keep, a.case.niches), filter(keep, a.case.niches_ok))
    return total


def tally_signals(answers: Iterable[Answer], keep: Keep = lambda _: True) -> Tally:
    """Signals of all profiles together; `keep` says which signal ids count."""
    total = Tally()
    for a in answers:
        total.add(filter(keep, a.signals), filter(keep, a.case.signals), filter(keep, a.case.signals_ok))
    return total


def facets() -> dict[str, set[str]]:
    """The ids of each facet of signals."""
    entries = load_taxonomy().signals.values()
    names = sorted({entry.facet for entry in entries})
    return {name: {entry.id for entry in entries if entry.facet == name} for name in names}


def tally_posts(answers: Iterable[Answer]) -> dict[str, Tally]:
    """One tally for each class of posts; a class that a caption also allows is right, and then finds its label."""
    kinds = Kinds()
    for a in answers:
        said = [post.commercial for post in a.reading.posts]
        for given, wanted, allowed in zip(said, a.case.posts, a.case.posts_ok, strict=True):
            kinds.of(given).given += 1
            kinds.of(given).right += given in allowed
            kinds.of(wanted).wanted += 1
            kinds.of(wanted).found += given in allowed
    return dict(sorted(kinds.tallies.items()))


def inexact_evidence(answers: Iterable[Answer]) -> int:
    """Labels given without evidence, plus pieces of evidence that are not the characters they point at."""
    wrong = 0
    for a in answers:
        for pieces in a.evidence():
            wrong += not pieces
            wrong += sum(p.text != a.source(p.source)[p.start : p.end] or not p.text for p in pieces)
    return wrong


def main_niche(answers: Iterable[Answer]) -> float | None:
    """How often the first niche given is one that must or may be given, of the profiles that have a niche."""
    spoken = [a for a in answers if a.case.niches]
    return share(sum(bool({*a.niches[:1]} & {*a.case.niches, *a.case.niches_ok}) for a in spoken), len(spoken))


def rightly_silent(answers: Iterable[Answer]) -> float | None:
    """How often nothing is given where nothing may be given."""
    silent = [a for a in answers if a.case.is_silent]
    return share(sum(not a.niches for a in silent), len(silent))


def main_language(answers: Iterable[Answer]) -> float | None:
    """How often the first language given is one of the labelled ones, where the text is long enough to tell."""
    told = [a for a in answers if a.case.languages]
    return share(sum(bool({*a.reading.languages[:1]} & {*a.case.languages}) for a in told), len(told))


def figures(answers: list[Answer]) -> dict[str, float | None]:
    """The figures that the floor holds, by name."""
    niches, signals, posts = tally_niches(answers), tally_signals(answers), tally_posts(answers)
    wanted = Counter(kind for a in answers for kind in a.case.posts)
    found = sum(tally.found for tally in posts.values())
    return {
        "niches_precision": niches.precision,
        "niches_recall": niches.recall,
        "main_niche": main_niche(answers),
        "rightly_silent": rightly_silent(answers),
        "signals_precision": signals.precision,
        "signals_recall": signals.recall,
        **{f"{name}_f1": tally_signals(answers, ids.__contains__).f1 for name, ids in facets().items()},
        "posts_right": share(found, wanted.total()),
        **{f"posts_{name}_f1": tally.f1 for name, tally in posts.items() if wanted[name]},
        "main_language": main_language(answers),
    }
