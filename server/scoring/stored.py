"""A stored annotation back from the contract's JSON, so that it can be measured again without its page."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from nlp.reading import (
    POST_CLASSES,
    BrandMention,
    Contact,
    Evidence,
    Keyword,
    Niche,
    Place,
    PostReading,
    Reading,
    Signal,
)
from server.domain.annotation import Annotation, Commercial, Engagement, Fit, FitPart, Tier
from server.domain.errors import InvalidInput

Json = Mapping[str, Any]
_SOME = (Evidence(source="bio", start=0, end=0, text=""),)
_BARE = {name: PostReading(commercial=name) for name in POST_CLASSES}
"""Posts of a class without brands or words, made once: most posts of a list are such."""


def annotation_from_json(body: Json) -> Annotation:
    """The annotation that `annotation_to_json` wrote. Raises InvalidInput where the stored JSON is not one."""
    try:
        return _annotation(body)
    except (KeyError, TypeError, AttributeError) as error:
        raise InvalidInput(
            f"The stored annotation cannot be read: {error}.", action="Open the profile again to read it anew."
        ) from error


def _annotation(body: Json) -> Annotation:
    return Annotation(
        platform=body["platform"],
        handle=body["handle"],
        id=body.get("id"),
        tier=Tier(**body["tier"]) if body["tier"] else None,
        engagement=engagement_from_json(body["engagement"]),
        reading=reading_from_json(body),
        commercial=commercial_from_json(body["commercial"]),
        fit=_fit(body["fit"]) if body.get("fit") else None,
        notes=tuple(body["notes"]),
    )


def engagement_from_json(body: Json) -> Engagement:
    """Engagement with its usual band as a pair again."""
    usual = body.get("usual")
    return Engagement(**{**body, "usual": (usual[0], usual[1]) if usual else None})


def commercial_from_json(body: Json) -> Commercial:
    """The counts beside their load."""
    return Commercial(counts={name: n for name, n in body.items() if name != "load"}, load=body["load"])


def reading_from_json(body: Json, *, lean: bool = False) -> Reading:
    """The reading inside an annotation; `niche_scores` only where they were stored.

    `lean` is for scoring many: it leaves out key words, contacts and brands that posts alone name, and of the words
    behind niches, signals and places it keeps no more than that there are some.
    """
    words, post_words = (_mark, _no_words) if lean else (_words, _words)
    return Reading(
        niches=tuple(Niche(id=row["id"], score=row["score"], evidence=words(row)) for row in body["niches"]),
        signals=tuple(_signal(row, words) for row in body["signals"]),
        keywords=tuple(
            Keyword(text=row["text"], score=row["score"], evidence=_words(row))
            for row in (() if lean else body.get("keywords", ()))
        ),
        posts=tuple([_post(row, post_words) for row in body["posts"]]),
        languages=tuple(body["languages"]),
        places=tuple(Place(text=row["text"], country=row["country"], evidence=words(row)) for row in body["places"]),
        contacts=tuple(
            Contact(kind=row["kind"], text=row["text"], evidence=_words(row))
            for row in (() if lean else body.get("contacts", ()))
        ),
        mentions=tuple(
            BrandMention(name=row["name"], posts=tuple(row["posts"]), evidence=_words(row))
            for row in body.get("mentions", ())
            if not lean or _in_head(row)
        ),
        niche_scores=body.get("niche_scores", {}),
        meaning=tuple(body.get("meaning", ())),
        version=(body.get("reader") or {}).get("version") or "",
    )


def _in_head(row: Json) -> bool:
    """Whether a brand is named outside the posts, where each post tells of its brands itself."""
    return any(":" not in item["source"] for item in row["evidence"])


def _signal(row: Json, words: Callable[[Json], tuple[Evidence, ...]]) -> Signal:
    return Signal(id=row["id"], facet=row["facet"], score=row["score"], evidence=words(row))


def _post(row: Json, words: Callable[[Json], tuple[Evidence, ...]]) -> PostReading:
    brands, evidence = tuple(row["brands"]), words(row)
    if not brands and not evidence:
        return _BARE[row["class"]]
    return PostReading(commercial=row["class"], brands=brands, evidence=evidence)


def _mark(row: Json) -> tuple[Evidence, ...]:
    """One and the same stand-in for the words of an item, where it has any."""
    return _SOME if row["evidence"] else ()


def _no_words(_: Json) -> tuple[Evidence, ...]:
    return ()


def _words(row: Json) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(source=item["source"], start=item["start"], end=item["end"], text=item["text"])
        for item in row["evidence"]
    )


def _fit(body: Json) -> Fit:
    return Fit(
        brand=body["brand"],
        score=body["score"],
        known=body["known"],
        of=body["of"],
        parts=tuple(_parts(body["parts"])),
        low=body.get("low"),
        high=body.get("high"),
        sentence=body.get("sentence", ""),
        costs=tuple(body.get("costs", ())),
    )


def _parts(rows: Iterable[Json]) -> Iterable[FitPart]:
    return (FitPart(**{**row, "evidence": _words(row)}) for row in rows)
