"""One profile, one brand, one moment."""

from dataclasses import replace

from nlp.reading import BrandMention, PostReading, Reading
from server.domain.profile import Count, Post
from server.scoring.annotate import annotate
from tests.server.scoring.factories import NOW, brand, evidence, post, profile, reading


def test_without_a_brand_there_is_no_fit_and_everything_else_is_there() -> None:
    annotation = annotate(profile(), reading({"travel": 0.9}), None, now=NOW)
    assert annotation.fit is None
    assert annotation.tier is not None
    assert annotation.engagement.state == "known"
    assert annotation.reading.niches[0].id == "travel"


def test_classes_are_counted_over_distinct_posts_with_words() -> None:
    posts = (post(0), post(1), post(0), Post(likes=4), post(2))
    read = Reading(posts=tuple(PostReading(commercial=name) for name in ("paid", "none", "paid", "none", "gifted")))
    commercial = annotate(profile(posts=posts), read, None, now=NOW).commercial
    assert (commercial.counts["paid"], commercial.counts["gifted"], commercial.counts["none"]) == (1, 1, 1)
    assert commercial.load == 2 / 3


def test_no_posts_have_no_load() -> None:
    assert annotate(profile(posts=0), reading(posts=0), None, now=NOW).commercial.load is None


def test_notes_say_what_was_hidden_and_left_out() -> None:
    odd = (post(20, likes=None), post(21, likes=None), post(22, pinned=True), post(23, coauthors=("someone",)))
    notes = annotate(
        profile(posts=(*(post(n) for n in range(3)), *odd), followers=None), reading(), None, now=NOW
    ).notes
    assert notes[:5] == (
        "couldn't read followers",
        "likes hidden on 2 posts",
        "1 pinned post left out of engagement",
        "1 co-authored post left out of engagement",
        "engagement from 3 posts only",
    )


def test_a_rival_is_a_note_and_changes_no_number() -> None:
    read = reading({"sewing-knitting": 0.9})
    rival = replace(read, mentions=(BrandMention(name="@Other.Room", posts=(), evidence=(evidence("Other"),)),))
    wishes = brand(rivals=("other room",))
    one, other = (annotate(profile(), some, wishes, now=NOW) for some in (read, rival))
    assert "names a rival: @Other.Room" in other.notes
    assert one.fit == other.fit


def test_the_readers_own_notes_come_first() -> None:
    read = replace(reading(), notes=("bio cut",))
    assert annotate(profile(followers=Count(value=5)), read, None, now=NOW).notes[0] == "bio cut"
