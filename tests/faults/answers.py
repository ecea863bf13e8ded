"""Random operations through TinyDB's API give the same answers on our store as in TinyDB's memory."""

import random
import sys
from collections import Counter
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

from tinydb import TinyDB, where
from tinydb.operations import delete, increment
from tinydb.storages import MemoryStorage
from tinydb.table import Document, Table

from server.storage.store import Store

WORDS = ("", "a", "b", "Ä", "z\0", "spotted")
NUMBERS = (-3, -1, 0, 1, 2, 3, 0.5, 2.0, 2**53 + 1, 2**70)
ROUND = 500
MOST_ROWS = 40
Step = Callable[[Table], Any]


def same_answers(_: Path, operations: int, luck: random.Random) -> Counter[str]:
    """So many operations, on fresh tables now and then; an answer that differs is a fault."""
    counts = Counter[str]()
    for done in range(0, operations, ROUND):
        with closing(Store.in_memory()) as store:
            ours, theirs = store.db.table("candidates"), TinyDB(storage=MemoryStorage).table("candidates")
            for _number in range(min(ROUND, operations - done)):
                name, step = any_step(luck, len(theirs))
                wrong = answer(step, ours) != answer(step, theirs) or len(ours) != len(theirs)
                counts += Counter({"operations": 1, "answer faults": int(wrong)})
                if wrong:
                    sys.stderr.write(f"another answer: {name}\n")
            counts["answer faults"] += numbered(ours.all()) != numbered(theirs.all())
    return counts


def answer(step: Step, table: Table) -> Any:
    """What a step gives, or the kind of error."""
    try:
        return numbered(step(table))
    except (TypeError, KeyError, ValueError, IndexError) as error:
        return type(error).__name__


def numbered(value: Any) -> Any:
    """Documents with their numbers."""
    if isinstance(value, list):
        return [numbered(item) for item in value]
    return (value.doc_id, dict(value)) if isinstance(value, Document) else value


def any_body(luck: random.Random) -> dict[str, Any]:
    """A document with some of its fields."""
    fields = {
        "stage": luck.choice((*WORDS, None)),
        "note": luck.choice(WORDS),
        "size": luck.choice(NUMBERS),
        "tags": luck.sample(WORDS, luck.randrange(3)),
        "annotation": {
            "fit": {"score": luck.choice(NUMBERS)},
            "niches": [{"id": word} for word in luck.sample(WORDS, luck.randrange(3))],
        },
    }
    return {name: value for name, value in fields.items() if luck.random() < 0.7}


def any_query(luck: random.Random, deep: int = 2) -> Any:
    """A query that the columns answer wholly, in part or not at all."""
    kind = luck.randrange(10 if deep else 7)
    word, number = luck.choice(WORDS), luck.choice(NUMBERS)
    score = where("annotation").fit.score
    simple = (
        lambda: where("stage") == word,
        lambda: where("stage") != word,
        lambda: luck.choice((score > number, score <= number, score == number)),
        lambda: where("size") >= number,
        lambda: where("tags").any([word, luck.choice(WORDS)]),
        lambda: where("annotation").niches.any(where("id") == word),
        lambda: where("stage").one_of([word, "a"]),
        lambda: any_query(luck, deep - 1) & any_query(luck, deep - 1),
        lambda: any_query(luck, deep - 1) | any_query(luck, deep - 1),
        lambda: ~any_query(luck, deep - 1),
    )
    return simple[kind]()


def any_step(luck: random.Random, rows: int) -> tuple[str, Step]:
    """An operation of TinyDB's tables, by its name."""
    body, other, query, again = any_body(luck), any_body(luck), any_query(luck), any_query(luck)
    number, several = luck.randrange(1, MOST_ROWS), luck.sample(range(1, MOST_ROWS), 2)
    steps: dict[str, Step] = {
        "insert": lambda table: table.insert(body),
        "insert_multiple": lambda table: table.insert_multiple([body, other]),
        "upsert": lambda table: table.upsert(body, query),
        "upsert a number": lambda table: table.upsert(Document(body, number)),
        "update": lambda table: table.update(body, query),
        "update numbers": lambda table: table.update(body, doc_ids=several),
        "update_multiple": lambda table: table.update_multiple([(body, query), (other, again)]),
        "grow": lambda table: table.update(increment("size"), query & where("size").exists()),
        "lose": lambda table: table.update(delete("note"), query & where("note").exists()),
        "remove": lambda table: table.remove(query & again),
        "remove a number": lambda table: table.remove(doc_ids=[number]),
        "search": lambda table: table.search(query),
        "get": lambda table: table.get(query),
        "get a number": lambda table: table.get(doc_id=number),
        "get numbers": lambda table: table.get(doc_ids=several),
        "count": lambda table: table.count(query),
        "contains": lambda table: table.contains(query),
        "all": lambda table: table.all(),
    }
    if rows > MOST_ROWS:
        return "remove half", lambda table: table.remove(where("size").test(lambda size: size != 1))
    name = luck.choice(list(steps))
    return name, steps[name]
