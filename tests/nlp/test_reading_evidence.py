"""Whatever people write, every piece of evidence is the exact characters of its text."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nlp.pipeline import Reader, build_reader
from nlp.reading import Evidence, LinkText, PostText, ProfileText, Reading
from nlp.taxonomy import load_taxonomy

PIECES = st.sampled_from(
    [
        "streetwear", "Fotografin", "今日のコーデ", "도자기를", "مصورة", "👩🏽‍🦱", "🇵🇹", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "#OOTD",
        "#slow_fashion", "@the.row",
        "not a", "model", "ex-dancer", "gifted by", "use code X", "20%", "Lisboa", "l'atelier", "𝓯𝓪𝓼𝓱𝓲𝓸𝓷", "İstanbul",
        "Werbung",
        "link in bio", "https://liketk.it/x", "hi@a.example", "→", "|", "\n", "ﷺ", "e\u0301", "เที่ยว",
    ]
)  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES, max_size=8).map("".join)
)


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader()


def every_evidence(reading: Reading) -> list[Evidence]:
    items = [*reading.niches, *reading.signals, *reading.keywords, *reading.posts]
    items += [*reading.places, *reading.contacts, *reading.mentions]
    return [evidence for item in items for evidence in item.evidence]


def texts_of(profile: ProfileText, source: str) -> list[str]:
    if source.startswith("caption:"):
        return [profile.posts[int(source.partition(":")[2])].caption]
    if source.startswith("label:"):
        return list(profile.posts[int(source.partition(":")[2])].labels)
    if source == "link":
        return [text for link in profile.links for text in (link.url, link.title)]
    return [getattr(profile, source)]


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bio=TEXTS, name=TEXTS, captions=st.lists(TEXTS, max_size=4), title=TEXTS)
def test_evidence_is_the_exact_characters_of_its_source(reader, bio, name, captions, title):
    posts = tuple(PostText(caption=caption) for caption in captions)
    profile = ProfileText(bio=bio, name=name, posts=posts, links=(LinkText(url="https://a.example/shop", title=title),))
    reading = reader.read(profile)
    assert len(reading.posts) == len(posts)
    for evidence in every_evidence(reading):
        assert evidence.text
        assert any(text[evidence.start : evidence.end] == evidence.text for text in texts_of(profile, evidence.source))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(bio=TEXTS, caption=TEXTS)
def test_the_same_words_give_the_same_reading_and_no_niche_is_without_words(reader, bio, caption):
    profile = ProfileText(bio=bio, posts=(PostText(caption=caption),))
    reading = reader.read(profile)
    assert reading == reader.read(profile)
    assert len(reading.niches) <= 3
    assert all(item.evidence for item in (*reading.niches, *reading.signals))
    assert all(0 <= score <= 1 for score in reading.niche_scores.values())


def test_a_profile_without_words_says_nothing(reader):
    reading = reader.read(ProfileText(posts=(PostText(),)))
    assert (reading.niches, reading.signals, reading.languages) == ((), (), ())
    assert reading.posts[0].commercial == "none"


def test_the_meaning_has_one_number_a_niche_in_the_order_of_the_taxonomy(reader):
    niches = list(load_taxonomy().niches)
    meaning = reader.read(ProfileText(bio="hand thrown pottery from a small kiln")).meaning
    assert len(meaning) == len(niches)
    assert niches[meaning.index(max(meaning))] == "ceramics"


def test_words_that_nobody_knows_have_no_meaning(reader):
    assert reader.read(ProfileText(bio="qqzx zzqk")).meaning == ()
