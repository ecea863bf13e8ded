"""Keeps a crew busy, does again what was lost, and finds the record that breaks workers."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from server.batch.crew import Crew, Outcome, Task
from server.batch.records import Chunk
from server.domain.errors import SeedlistError
from server.services.annotate_lines import Answer, broken_answer

TRIES = 2
"""A chunk that ended this often without answers is taken apart; a single record that did is answered with an error."""
MOST_BROKEN = 10
"""More records than this that break workers mean that something else is wrong (memory, a damaged installation)."""
MOST_DEATHS = 100
AHEAD = 8
"""How many windows the quickest may run ahead of the slowest, so that what is held in memory has an end."""


class WorkersLost(SeedlistError):
    """Workers die again and again; what was done is kept."""

    code = "workers_lost"


@dataclass(slots=True)
class _Open:
    """A chunk that somebody works on; `answers` has a place for each record."""

    chunk: Chunk
    answers: list[Answer | None]


@dataclass(slots=True)
class _Run:
    crew: Crew
    open: dict[int, _Open] = field(default_factory=dict)
    tasks: int = 0
    broken: int = 0
    deaths: int = 0

    def begin(self, chunk: Chunk) -> None:
        self.open[chunk.number] = _Open(chunk, [None] * len(chunk.records))
        self.submit(Task(chunk=chunk.number, first=0, records=chunk.records))

    def submit(self, task: Task) -> None:
        self.tasks += 1
        self.crew.submit(task)

    def take(self, outcome: Outcome) -> tuple[Chunk, list[Answer]] | None:
        """The chunk when this was its last piece."""
        self.tasks -= 1
        if outcome.answers is None:
            self.lost(outcome)
        else:
            self.fill(outcome.task, outcome.answers)
        kept = self.open[outcome.task.chunk]
        done = [answer for answer in kept.answers if answer is not None]
        if len(done) < len(kept.answers):
            return None
        del self.open[outcome.task.chunk]
        return kept.chunk, done

    def fill(self, task: Task, answers: list[Answer]) -> None:
        self.open[task.chunk].answers[task.first : task.first + len(answers)] = answers

    def lost(self, outcome: Outcome) -> None:
        task = outcome.task.again()
        self.deaths += 1
        if self.deaths > MOST_DEATHS:
            raise _lost(outcome)
        if task.tries < TRIES:
            self.submit(task)
        elif len(task.records) > 1:
            for place, record in enumerate(task.records, task.first):
                self.submit(Task(chunk=task.chunk, first=place, records=(record,)))
        else:
            self.broken += 1
            if self.broken > MOST_BROKEN:
                raise _lost(outcome)
            self.fill(task, [broken_answer(task.records[0].raw, outcome.why)])


def run_chunks(chunks: Iterable[Chunk], crew: Crew) -> Iterator[tuple[Chunk, list[Answer]]]:
    """Every chunk with its answers, as they get done; raises WorkersLost when the crew cannot go on."""
    run, waiting = _Run(crew), iter(chunks)
    coming = next(waiting, None)
    while coming or run.open:
        while coming and run.tasks < crew.window and coming.number - min(run.open, default=coming.number) < _far(crew):
            run.begin(coming)
            coming = next(waiting, None)
        for outcome in crew.outcomes():
            done = run.take(outcome)
            if done:
                yield done


def in_order(done: Iterable[tuple[Chunk, list[Answer]]]) -> Iterator[tuple[Chunk, list[Answer]]]:
    """The same by number from 0, each as soon as all before it are there."""
    held: dict[int, tuple[Chunk, list[Answer]]] = {}
    following = 0
    for chunk, answers in done:
        held[chunk.number] = (chunk, answers)
        while following in held:
            yield held.pop(following)
            following += 1


def _far(crew: Crew) -> int:
    return AHEAD * crew.window


def _lost(outcome: Outcome) -> WorkersLost:
    record = outcome.task.records[0]
    return WorkersLost(
        f"Workers end again and again, last near line {record.place} ({outcome.why}).",
        action="Look for missing memory, use fewer --workers, and run the same command: it goes on from here.",
    )
