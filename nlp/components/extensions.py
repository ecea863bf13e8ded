"""All attributes that the components hang on a Doc, in one place."""

from spacy.tokens import Doc

ATTRIBUTES = (
    "profile",  # ProfileText as given
    "sheet",  # Sheet: texts and tokens
    "found",  # dict[int, Found]: terms by list, by the identity of a text
    "cues",  # dict[int, PartCues]: by the identity of a text
    "hits",  # list[Hit]: terms of the taxonomy that count
    "languages",  # tuple[str, ...]
    "mentions",  # tuple[BrandMention, ...]
    "mention_list",  # list[Mention]: brands by text
    "posts",  # tuple[PostReading, ...]
    "places",  # tuple[Place, ...]
    "place_hits",  # list[PlaceHit]: places by text
    "contacts",  # tuple[Contact, ...]
    "signals",  # tuple[Signal, ...]
    "niches",  # tuple[Niche, ...]
    "niche_scores",  # dict[str, float]
    "meaning",  # tuple[float, ...]: raw strength of each niche
    "keywords",  # tuple[Keyword, ...]
)


def declare_extensions() -> None:
    """Declare the attributes; safe to call again."""
    for name in ATTRIBUTES:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
