"""What must hold for every profile: bounded, monotone, deterministic, unknown is not zero."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from nlp.reading import POST_CLASSES, PostReading, Reading
from server.domain.annotation import FitPart
from server.domain.profile import Count, Post, Profile
from server.scoring.annotate import annotate
from server.scoring.facts import Measured
from server.scoring.fit import fit_of, interval, weighted_score
from server.scoring.taxonomy import load_taxonomy
from tests.server.scoring.factories import NOW, brand, facts, niche, post, profile, signal

NICHES = sorted(id_ for id_, entry in load_taxonomy().items() if entry.facet == "niche")
SIGNALS = sorted(id_ for id_, entry in load_taxonomy().items() if entry.facet != "niche")
SHARES = st.floats(0, 1)
WISHES = brand(
    niches={"streetwear": 1.0, "vintage-thrift": 0.6},
    signals={"slow-fashion": 1.0, "skate-scene": 0.7, "stylist": 0.5},
    story="We sew coats and we mend them with our friends",
    avoid=("fur",),
    tiers=("micro",),
    languages=("en",),
    adjacent=("Field Room",),
)
COUNTS = st.none() | st.integers(0, 10**9)


@st.composite
def posts(draw: st.DrawFn) -> tuple[Post, ...]:
    """Up to fifteen dated posts, each with its own id."""
    number = draw(st.integers(0, 15))
    return tuple(
        post(
            place,
            likes=draw(COUNTS),
            comments=draw(COUNTS),
            views=draw(COUNTS),
            kind=draw(st.sampled_from(("image", "reel", None))),
            caption=draw(st.sampled_from(("a fur coat", "mending with friends", "no fur", None))),
            pinned=draw(st.sampled_from((True, False, None))),
        )
        for place in range(number)
    )


@st.composite
def read_profiles(draw: st.DrawFn) -> tuple[Profile, Reading]:
    """A profile with a reading of the same number of posts."""
    shown = profile(posts=draw(posts()), followers=draw(st.none() | st.builds(Count, value=st.integers(0, 10**9))))
    ids = draw(st.lists(st.sampled_from(NICHES), unique=True, max_size=3))
    signals = draw(st.lists(st.sampled_from(SIGNALS), unique=True, max_size=6))
    classes = [draw(st.sampled_from(POST_CLASSES)) for _ in shown.posts]
    return shown, Reading(
        niches=tuple(niche(id_, draw(SHARES)) for id_ in ids),
        signals=tuple(signal(id_, draw(SHARES)) for id_ in signals),
        posts=tuple(PostReading(commercial=name, brands=("Field Room",)) for name in classes),
        languages=tuple(draw(st.lists(st.sampled_from(("en", "de", "ja")), unique=True, max_size=2))),
    )


@given(read_profiles())
def test_every_number_is_bounded_and_the_interval_holds_the_score(both: tuple[Profile, Reading]) -> None:
    fit = annotate(*both, WISHES, now=NOW).fit
    assert fit is not None
    assert all(part.value is None or 0 <= part.value <= 1 for part in fit.parts)
    if fit.score is not None:
        assert fit.low is not None
        assert fit.high is not None
        assert 0 <= fit.low <= fit.score <= fit.high <= 100


@given(read_profiles())
def test_the_same_input_gives_the_same_answer(both: tuple[Profile, Reading]) -> None:
    assert annotate(*both, WISHES, now=NOW) == annotate(*both, WISHES, now=NOW)


@given(read_profiles(), st.randoms(use_true_random=False))
def test_the_order_of_the_posts_does_not_matter(both: tuple[Profile, Reading], random: object) -> None:
    shown, read = both
    places = list(range(len(shown.posts)))
    random.shuffle(places)  # type: ignore[attr-defined]
    mixed = replace(shown, posts=tuple(shown.posts[place] for place in places))
    reread = replace(read, posts=tuple(read.posts[place] for place in places))
    assert numbers(shown, read) == numbers(mixed, reread)


@given(read_profiles())
def test_a_double_of_every_post_changes_nothing(both: tuple[Profile, Reading]) -> None:
    shown, read = both
    twice = replace(shown, posts=shown.posts * 2)
    assert numbers(shown, read) == numbers(twice, replace(read, posts=read.posts * 2))


@given(read_profiles())
def test_an_empty_caption_more_changes_nothing(both: tuple[Profile, Reading]) -> None:
    shown, read = both
    more = replace(shown, posts=(*shown.posts, Post(caption="")))
    assert numbers(shown, read) == numbers(more, replace(read, posts=(*read.posts, PostReading())))


@given(st.sampled_from(NICHES), SHARES, SHARES)
def test_a_niche_that_shows_more_never_lowers_the_fit(id_: str, one: float, other: float) -> None:
    low, high = sorted((one, other))
    assert of_niche(id_, low) <= of_niche(id_, high)


@given(st.lists(st.tuples(st.none() | SHARES, st.floats(0.1, 9)), min_size=1, max_size=12), st.data())
def test_a_better_part_never_lowers_the_score(rows: list[tuple[float | None, float]], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(rows) - 1))
    value, weight = rows[place]
    if value is None:
        return
    better = [*rows[:place], (data.draw(st.floats(value, 1)), weight), *rows[place + 1 :]]
    before, after = (weighted_score([part(*row) for row in some]) for some in (rows, better))
    assert before is not None
    assert after is not None
    assert after >= before - 1e-9


@given(st.lists(st.tuples(st.none() | SHARES, SHARES, st.floats(0.1, 9)), min_size=1, max_size=12), SHARES)
def test_learning_a_part_narrows_the_interval_inside_the_old_one(
    rows: list[tuple[float | None, float, float]], learned: float
) -> None:
    measured = [(Measured(value=value, why="", sure=sure), weight) for value, sure, weight in rows]
    unknown = [place for place, (answer, _) in enumerate(measured) if answer.value is None]
    if not unknown:
        return
    low, high = interval(measured)
    measured[unknown[0]] = (Measured(value=learned, why=""), measured[unknown[0]][1])
    inner_low, inner_high = interval(measured)
    assert low <= inner_low <= inner_high <= high


@given(st.lists(st.tuples(SHARES, st.floats(0.1, 9)), min_size=1, max_size=6))
def test_an_unknown_part_leaves_the_score_and_a_zero_lowers_it(rows: list[tuple[float, float]]) -> None:
    known = [part(*row) for row in rows]
    score = weighted_score(known)
    assert score is not None
    assert weighted_score([*known, part(None, 3.0)]) == score
    zero = weighted_score([*known, part(0.0, 3.0)])
    assert zero is not None
    assert zero <= score


def numbers(shown: Profile, read: Reading) -> object:
    """Everything of an annotation that is a number or a word about numbers, without the positions of posts."""
    annotation = annotate(shown, read, WISHES, now=NOW)
    fit = annotation.fit
    assert fit is not None
    values = [(one.id, None if one.value is None else round(one.value, 9)) for one in fit.parts]
    return annotation.engagement, annotation.commercial, fit.score, fit.low, fit.high, values, annotation.tier


def of_niche(id_: str, score: float) -> float:
    read = Reading(niches=(niche(id_, score),), signals=(signal("skate-scene"),))
    result = weighted_score(fit_of(facts(reading_=read, brand_=WISHES)).parts)
    assert result is not None
    return result


def part(value: float | None, weight: float) -> FitPart:
    return FitPart(id="x", label="X", value=value, weight=weight, why="")
