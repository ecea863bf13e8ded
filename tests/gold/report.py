"""Prints how well the reader does on the invented profiles.

usage: python -m tests.gold.report [--misses N] [--raise-floor]
"""

import argparse
from collections.abc import Iterator

from nlp.pipeline import build_reader
from nlp.taxonomy import load_taxonomy
from tests.gold.figures import (
    Tally,
    facets,
    figures,
    inexact_evidence,
    main_language,
    tally_niches,
    tally_posts,
    tally_signals,
)
from tests.gold.floor import raised, read_floor, write_floor
from tests.gold.gold_set import Answer, load_cases, read_cases


def percent(value: float | None) -> str:
    """A share as the reader of the table sees it; a dash when there was nothing to measure."""
    return "    -" if value is None else f"{value:5.3f}"


def row(name: str, tally: Tally) -> str:
    """One line of a table."""
    shares = "  ".join(percent(value) for value in (tally.precision, tally.recall, tally.f1))
    return f"  {name:28}{shares}  {tally.given:6}{tally.wanted:8}"


def table(title: str, rows: dict[str, Tally]) -> str:
    """A table of tallies under a title."""
    head = f"{title:30}precis recall     f1   given  wanted"
    return "\n".join([head, *(row(name, tally) for name, tally in rows.items())])


def by_facet(answers: list[Answer]) -> dict[str, Tally]:
    """Niches, then each facet of signals."""
    signals = {name: tally_signals(answers, ids.__contains__) for name, ids in facets().items()}
    return {"niche": tally_niches(answers)} | signals


def by_niche(answers: list[Answer]) -> dict[str, Tally]:
    """A tally for each niche of the taxonomy, the weakest first."""
    rows = {niche: tally_niches(answers, niche.__eq__) for niche in load_taxonomy().niches}
    return dict(sorted(rows.items(), key=lambda item: (item[1].f1 or 0.0, item[0])))


def by_language(answers: list[Answer]) -> dict[str, Tally]:
    """Niches by the first labelled language, with how often the reader named that language."""
    groups: dict[str, list[Answer]] = {}
    for a in answers:
        groups.setdefault(a.case.languages[0] if a.case.languages else "too short", []).append(a)
    ordered = sorted(groups.items(), key=lambda item: -len(item[1]))
    return {f"{name} (language {percent(main_language(group))})": tally_niches(group) for name, group in ordered}


def misses(answers: list[Answer]) -> Iterator[str]:
    """A line for each profile with a wrong or missed niche, signal or post class."""
    for a in answers:
        parts = [*wrong("niche", a.niches, a.case.niches, a.case.niches_ok)]
        parts += wrong("signal", a.signals, a.case.signals, a.case.signals_ok)
        parts += wrong_posts(a)
        if parts:
            yield f"{a.case.id}  {'; '.join(parts)}  | {a.case.bio[:100]!r}"


def wrong(kind: str, given: list[str], must: tuple[str, ...], may: tuple[str, ...]) -> Iterator[str]:
    """What was given without being allowed, and what was not given."""
    if over := [name for name in given if name not in must + may]:
        yield f"wrong {kind} {', '.join(over)}"
    if missing := [name for name in must if name not in given]:
        yield f"missed {kind} {', '.join(missing)}"


def wrong_posts(a: Answer) -> Iterator[str]:
    """Captions whose class is not among the allowed ones."""
    for n, (post, allowed) in enumerate(zip(a.reading.posts, a.case.posts_ok, strict=True)):
        if post.commercial not in allowed:
            yield f"caption {n} {post.commercial}, not {allowed[0]} ({a.case.captions[n][:70]!r})"


def print_report(answers: list[Answer], most_misses: int) -> None:
    """All tables, the figures of the floor and the first misses."""
    print(table("by facet", by_facet(answers)))
    print(table("posts", tally_posts(answers)))
    print(table("niches by language", by_language(answers)))
    print(table("by niche, weakest first", by_niche(answers)))
    floor = read_floor()
    print(f"{'figures':30}value  floor")
    for name, value in figures(answers).items():
        print(f"  {name:28}{percent(value)}  {percent(floor.get(name))}")
    print(f"evidence missing or inexact   {inexact_evidence(answers)}")
    for line in list(misses(answers))[:most_misses]:
        print(line)


def main() -> None:
    """Reads the set, prints the report and raises the floor when asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="also print the first N misses")
    parser.add_argument("--raise-floor", action="store_true", help="raise the floor to what is measured now")
    options = parser.parse_args()
    answers = read_cases(build_reader(), load_cases())
    print_report(answers, options.misses)
    if options.raise_floor:
        write_floor(raised(read_floor(), figures(answers)))


if __name__ == "__main__":
    main()
