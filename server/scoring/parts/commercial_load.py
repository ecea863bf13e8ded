"""Commercial load: the share of paid, gifted and affiliate posts against what is usual for the size."""

from nlp.reading import Evidence
from server.scoring.commercial import LOADED
from server.scoring.facts import Facts, Measured, Part, unknown
from server.scoring.phrases import counted, percent
from server.scoring.saturation_table import load_saturation

USUAL_MIDDLE = 22_361  # the size whose band is read when followers are unknown: the middle of micro
HALF_AT = 1.5  # at this many times the upper end of the usual band the value is a half
RARE = 0.75  # from this value on the sentence says "rarely paid"


def measure(facts: Facts) -> Measured:
    """Falls smoothly from 1 (nothing paid) through a half at one and a half times the usual share.

    Unknown under the table's least number of readable posts.
    """
    table = load_saturation()
    load, posts = facts.commercial.load, sum(facts.commercial.counts.values())
    if load is None or posts < table.least_posts:
        return unknown("Too few posts with words to tell how many are paid.")
    low, high = table.bands.at(facts.followers or USUAL_MIDDLE)
    value = 1 / (1 + (load / (HALF_AT * high)) ** 2)
    paid = round(load * posts)
    return Measured(
        value=value,
        why=f"{paid} of {counted(posts, 'post')} paid, gifted or with a code; "
        f"usual for this size is {percent(low)} to {percent(high)}.",
        evidence=_words(facts),
        sure=posts / (posts + 4),
        brief="rarely paid" if value >= RARE else "",
    )


def _words(facts: Facts) -> tuple[Evidence, ...]:
    posts = (facts.reading.posts[place] for place in facts.places if place < len(facts.reading.posts))
    return tuple(item for post in posts if post.commercial in LOADED for item in post.evidence)


PART = Part(id="commercial_load", label="Commercial load", measure=measure)
