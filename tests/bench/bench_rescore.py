"""Prints how long one annotation takes and how long 10,000 saved candidates take for another brand."""

import json
from itertools import cycle, islice
from time import perf_counter, process_time

from nlp.pipeline import build_reader
from server.scoring.annotate import annotate
from server.scoring.rescore import rescore, score_all
from server.scoring.wire import annotation_to_json
from server.services.annotate_profile import profile_text
from server.services.edit_brands import with_proposals
from server.wire.profile_out import profile_to_json
from tests.bench.fit.judged_set import NOW, load_brands, load_profiles

MANY = 10_000


def main() -> None:
    """Read the invented profiles once, then time scoring alone."""
    profiles, reader = load_profiles(), build_reader()
    first, other = (with_proposals(judged.brand, read=reader.read) for judged in load_brands(profiles)[:2])
    read = [(profile, reader.read(profile_text(profile, first))) for profile in profiles.values()]
    start, busy = perf_counter(), process_time()
    annotations = [annotate(profile, reading, first, now=NOW) for profile, reading in read]
    report("annotate, each", len(read), perf_counter() - start, process_time() - busy)
    stored = [
        (json.loads(json.dumps(annotation_to_json(annotation, scores=True))), profile_to_json(profile))
        for annotation, (profile, _) in zip(annotations, read, strict=True)
    ]
    many = list(islice(cycle(stored), MANY))
    start, busy = perf_counter(), process_time()
    scores = [rescore(annotation, other, profile).score for annotation, profile in many]
    report("with reasons", len(scores), perf_counter() - start, process_time() - busy)
    start, busy = perf_counter(), process_time()
    quick = list(score_all(many, other))
    report("scores alone", len(quick), perf_counter() - start, process_time() - busy)
    print(f"the same numbers: {quick == scores}")


def report(what: str, number: int, seconds: float, busy: float) -> None:
    """One line: wall and processor time for all and for each."""
    print(f"{what:<16}{number:>7} in {seconds:.2f} s ({busy:.2f} s busy), {1000 * seconds / number:.3f} ms each")


if __name__ == "__main__":
    main()
