"""Every id of the taxonomy has words, in every language or with a reason, and none names who somebody is."""

import pytest

from nlp.errors import LexiconFault
from nlp.lexicon import LexiconFile, senses_of
from nlp.lexicon_files import LEXICONS, load_lexicon, path_of, read_file, read_toml
from nlp.taxonomy import Entry, load_taxonomy
from nlp.term_list import term_words

TAXONOMY = load_taxonomy()
ENTRIES = [*TAXONOMY.niches.values(), *TAXONOMY.signals.values()]
FACETS = {"niche", "aesthetic", "scene", "craft", "value", "format"}

# Who people are, not what they make or wear: no id and no term of a signal may name it.
NOT_SORTED_BY = {
    "religion": "christian muslim jewish hindu buddhist catholic atheist islam jesus church bible quran",
    "health": "autism autistic adhd bipolar depression diabetes cancer disabled disability anorexia",
    "ethnicity": "black white asian latina latino hispanic african arab caucasian mixed-race",
    "orientation": "gay lesbian queer bisexual transgender lgbt lgbtq nonbinary wlw",
    "politics": "republican democrat conservative liberal socialist maga leftist feminist",
    "age": "teen teenager millennial boomer elderly over-50 gen-z",
}
WORDS_OF_WHO = {word.replace("-", " ") for words in NOT_SORTED_BY.values() for word in words.split()}


@pytest.fixture(scope="module")
def files() -> dict[str, LexiconFile]:
    return {file.id: file for file in load_lexicon().files}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_every_id_has_its_file_and_every_language_a_term_or_a_reason(entry: Entry):
    path = path_of(entry)
    assert path.exists(), f"Write nlp/lexicons/{path.relative_to(LEXICONS)} with the terms of {entry.label}"
    missing = read_file(path, entry).missing_languages()
    assert not missing, f"Give {entry.id} terms in {missing}, or say under [silent] why there are none"


def test_every_lexicon_file_belongs_to_an_id():
    listed = {path_of(entry) for entry in ENTRIES}
    found = {*(LEXICONS / "niches").glob("*.toml"), *(LEXICONS / "signals").rglob("*.toml")}
    assert found - listed == set(), "Add the id to taxonomy.csv or remove the file"


def test_there_are_five_thousand_terms_or_more(files):
    assert sum(len(senses_of(file)) for file in files.values()) >= 5_000


def test_a_strong_term_of_one_niche_is_no_strong_term_of_many(files):
    holders: dict[str, set[str]] = {}
    for file in files.values():
        for term in {term for terms in file.strong.values() for term in terms if file.facet == "niche"}:
            holders.setdefault(" ".join(term_words(term)), set()).add(file.id)
    crowded = {term: sorted(ids) for term, ids in holders.items() if len(ids) > 3}
    assert crowded == {}, "A term that four niches claim shows none of them: make it weak"


def test_terms_in_scripts_without_spaces_have_two_characters_or_more(files):
    for file in files.values():
        for language in ("ja", "zh", "th"):
            terms = [*file.strong.get(language, ()), *file.weak.get(language, ())]
            assert [term for term in terms if len(term.rstrip("*")) < 2] == [], file.id


def test_every_facet_is_known():
    assert {entry.facet for entry in ENTRIES} == FACETS


def test_no_id_sorts_people_by_who_they_are():
    for entry in ENTRIES:
        words = f"{entry.id} {entry.label}".lower().replace("-", " ").split()
        assert not WORDS_OF_WHO & set(words), entry.id


def test_no_signal_counts_a_word_of_who_people_are(files):
    for file in files.values():
        if file.facet == "niche":
            continue
        terms = [*file.strong.get("en", ()), *file.weak.get("en", ()), *file.tags.get("any", ())]
        assert [term for term in terms if term in WORDS_OF_WHO] == [], file.id
        assert not {"🏳️‍🌈", "🌈", "🏳️‍⚧️", "✝️", "☪️", "✡️", "🕉️"} & set(file.emoji), file.id


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('id = "ceramics"\nfacet = "niche"\nstrnog = {}', "unknown keys"),
        ('id = "ceramic"\nfacet = "niche"', "differ from the taxonomy"),
        ('id = "ceramics"\nfacet = "niche"\n[strong]\nen = ["clay", "clay"]', "listed twice"),
        ('id = "ceramics"\nfacet = "niche"\n[strong]\nxx = ["clay"]', "unknown keys"),
        ('id = "ceramics"\nfacet = "niche"\n[strong]\nen = ["clay"]\n[weak]\nen = ["clay"]', "both strong and weak"),
        ('id = "ceramics"\nfacet = "niche"\n[[guard]]\nterm = "clay"\nneeds = ["mug"]', "not listed"),
        ('id = "ceramics"\nfacet = "niche"\n[[guard]]\nterm = "clay"', "without term or context"),
        ('id = "ceramics\nfacet = "niche"', "not valid TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_what_to_do(tmp_path, text, says):
    path = tmp_path / "ceramics.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconFault, match=says) as refusal:
        read_file(path, TAXONOMY.niches["ceramics"])
    assert refusal.value.action


def test_a_missing_file_is_refused(tmp_path):
    with pytest.raises(LexiconFault, match="missing"):
        read_toml(tmp_path / "none.toml")
