"""The pipeline's parts are in an order that gives each what it needs, and words are read as people mean them."""

import threading

import pytest
from spacy.vocab import Vocab

from nlp.components.tokenizer import SocialTokenizer
from nlp.pipeline import COMPONENTS, Reader, build_language, build_reader
from nlp.reading import PostText, ProfileText


@pytest.fixture(scope="module")
def reader() -> Reader:
    return build_reader()


def niches(reader, bio="", *captions):
    posts = tuple(PostText(caption=caption) for caption in captions)
    return [niche.id for niche in reader.read(ProfileText(bio=bio, posts=posts)).niches]


def signals(reader, bio="", *captions):
    posts = tuple(PostText(caption=caption) for caption in captions)
    return [signal.id for signal in reader.read(ProfileText(bio=bio, posts=posts)).signals]


def test_every_component_finds_what_it_requires():
    nlp = build_language(SocialTokenizer(Vocab()))
    assert nlp.pipe_names == [name for name, _ in COMPONENTS]
    from_tokenizer = {"doc._.sheet"}
    problems = nlp.analyze_pipes()["problems"]
    assert {name: needed for name, needed in problems.items() if set(needed) - from_tokenizer} == {}


def test_flags_families_tags_and_links_stay_whole():
    build_language(SocialTokenizer(Vocab()))
    text = (
        "DM→collab|Paris 🇪🇸 👩🏽‍🦱 #ad#sponsored @the.row https://a.example/x l'atelier slow-fashion 今日のラテアート🤍"
    )
    doc = SocialTokenizer(Vocab())(text)
    assert doc.text == text + "\n"
    words = [token.text for token in doc]
    assert {"🇪🇸", "👩🏽‍🦱", "#ad", "#sponsored", "@the.row", "https://a.example/x", "今日のラテアート", "🤍"} <= set(
        words
    )


@pytest.mark.parametrize(
    ("bio", "niche"),
    [
        ("Keramikerin in Leipzig, Töpferkurse", "ceramics"),
        ("streetwear & sneakers | hypebeast", "streetwear"),
        ("fotógrafa de bodas", "photography"),
        ("毎日お菓子作り。ケーキ屋さん巡り", "baking-desserts"),
        ("مصورة فوتوغرافية", "photography"),
        ("도자기 작가", "ceramics"),
    ],
)
def test_a_bio_is_read_in_its_language(reader, bio, niche):
    assert niche in niches(reader, bio)


def test_a_phrase_never_spans_two_texts(reader):
    profile = ProfileText(bio="slow", posts=(PostText(caption="fashion"),))
    assert "slow-fashion" not in [signal.id for signal in reader.read(profile).signals]


def test_craft_is_what_people_say_of_themselves(reader):
    assert "photographer" in signals(reader, "Photographer in Porto")
    assert "photographer" not in signals(reader, "", "with my favourite photographer @someone")
    assert "photographer" not in signals(reader, "", "📷 @someone")
    assert "photographer" in signals(reader, "", "What I learned in ten years as a photographer")


@pytest.mark.parametrize(
    "bio", ["not a model", "Kein Model", "no soy modelo", "ex-model", "former model", "retired model"]
)
def test_what_is_denied_or_over_is_no_craft(reader, bio):
    assert "model" not in signals(reader, bio)


def test_an_aspiring_model_is_in_modelling_but_does_not_work_as_one(reader):
    assert "model" not in signals(reader, "aspiring fashion model")
    assert "modelling" in niches(reader, "aspiring fashion model")


def test_threads_share_one_reader(reader):
    profile = ProfileText(bio="Ceramicist in Lisbon, handmade mugs", posts=(PostText(caption="new glaze #pottery"),))
    wanted = reader.read(profile)
    answers: list[object] = []
    threads = [threading.Thread(target=lambda: answers.append(reader.read(profile))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [wanted] * 8


def test_the_vocabulary_is_emptied_before_it_grows_without_end(reader, monkeypatch):
    monkeypatch.setattr("nlp.pipeline._FULL_VOCAB", 50)
    for number in range(40):
        reader.read(ProfileText(bio=f"word{number} other{number} third{number}"))
    assert len(reader.annotate(ProfileText(bio="x")).vocab) < 200


def test_a_denying_word_inside_an_affirming_phrase_denies_nothing(reader):
    assert "everyday-style" in niches(reader, "Not your average fashion blogger")
    assert "everyday-style" not in niches(reader, "not fashion, just fleece")


def test_what_people_say_they_do_not_do_is_no_niche(reader):
    assert niches(reader, "no I don't do makeup tutorials") == []
