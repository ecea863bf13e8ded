"""How strongly each niche and signal shows in a reading, on one scale."""

from collections.abc import Mapping

from nlp.reading import Evidence, Reading
from server.scoring.wishes import Pull

BASE = 0.05  # the reader's calibrated score of a niche of which nothing shows


def strengths(reading: Reading) -> dict[str, float]:
    """0 (nothing shows) to 1 for each niche and signal that shows.

    Niches below an answer count with their calibrated score, where the reader gave it.
    """
    shown = {id_: (score - BASE) / (1 - BASE) for id_, score in reading.niche_scores.items() if score > BASE}
    shown.update([(niche.id, max(0.0, (niche.score - BASE) / (1 - BASE))) for niche in reading.niches])
    shown.update([(signal.id, signal.score) for signal in reading.signals])
    return shown


def met_wishes(
    wanted: Mapping[str, float], pulls: Mapping[str, tuple[Pull, ...]], shown: Mapping[str, float]
) -> dict[str, float]:
    """For each wished id the strongest match, 0 to 1: strength x nearness x want x how telling the id is."""
    met = dict.fromkeys(wanted, 0.0)
    for id_ in shown.keys() & pulls.keys():
        for pull in pulls[id_]:
            met[pull.wish] = max(met[pull.wish], pull.weight * shown[id_])
    return met


def share_met(wanted: Mapping[str, float], met: Mapping[str, float]) -> float:
    """Met wishes as a share of all that is wanted, 0 to 1."""
    total = sum(wanted.values())
    return sum(met.values()) / total if total > 0 else 0.0


def evidence_of(reading: Reading, pulls: Mapping[str, tuple[Pull, ...]], least: float) -> tuple[Evidence, ...]:
    """The words of every niche and signal that is drawn to a wish at least this much."""
    items = [(niche.id, niche.score, niche.evidence) for niche in reading.niches]
    items += [(signal.id, signal.score, signal.evidence) for signal in reading.signals]
    near = [evidence for id_, score, evidence in items if evidence and pull_of(id_, score, pulls) >= least]
    return tuple(dict.fromkeys([item for evidence in near for item in evidence]))


def pull_of(id_: str, score: float, pulls: Mapping[str, tuple[Pull, ...]]) -> float:
    """The strongest pull of an id that shows with this score, 0 without any."""
    return pulls[id_][0].weight * score if id_ in pulls else 0.0
