"""Terms of several lists are found in one pass, each list by its own rules."""

from spacy.vocab import Vocab

from nlp.components.extensions import declare_extensions
from nlp.components.tokenizer import SocialTokenizer
from nlp.reading import ProfileText
from nlp.term_finder import TermFinder
from nlp.term_list import Match, TermList
from nlp.tokens import TextPart


def terms(*rows: str) -> TermList[str]:
    made: TermList[str] = TermList()
    for row in rows:
        made.add(row, row, tag_only=row.startswith("#"))
    return made


def text(bio: str) -> TextPart:
    declare_extensions()
    (part,) = SocialTokenizer(Vocab()).read(ProfileText(bio=bio))._.sheet.parts
    assert isinstance(part, TextPart)
    return part


def senses(found: list[Match[str]]) -> list[str]:
    return [sense for match in found for sense in match.senses]


def test_each_list_answers_for_itself() -> None:
    crafts, places = TermFinder((terms("potter"), terms("Lisbon"))).find(text("potter in Lisbon"))
    assert (senses(crafts), senses(places)) == (["potter"], ["Lisbon"])


def test_a_phrase_ends_where_something_separates() -> None:
    finder = TermFinder((terms("hair stylist"),))
    assert senses(finder.find(text("hair stylist"))[0]) == ["hair stylist"]
    assert senses(finder.find(text("hair | stylist"))[0]) == []


def test_shorter_and_longer_phrases_are_both_found() -> None:
    found = TermFinder((terms("slow", "slow fashion", "slow fashion week"),)).find(text("slow fashion week"))[0]
    assert senses(found) == ["slow", "slow fashion", "slow fashion week"]


def test_a_plural_is_the_same_term_but_a_list_that_knows_it_keeps_its_own() -> None:
    loose, exact = TermFinder((terms("vintage mug"), terms("vintage mug", "vintage mugs"))).find(text("vintage mugs"))
    assert (senses(loose), senses(exact)) == (["vintage mug"], ["vintage mugs"])


def test_an_open_stem_lets_the_last_word_go_on() -> None:
    finder = TermFinder((terms("keram*", "slow mod*"),))
    assert senses(finder.find(text("Keramikerin, slow moda"))[0]) == ["keram*", "slow mod*"]


def test_a_hashtag_counts_as_a_whole_before_its_words() -> None:
    part = text("#slowfashion")
    part.tag_words[0] = ("slow", "fashion")
    whole, inside = TermFinder((terms("slow fashion", "fashion"), terms("fashion"))).find(part)
    assert [(match.via, match.senses) for match in whole] == [("tag", ("slow fashion",))]
    assert [(match.via, match.senses) for match in inside] == [("split", ("fashion",))]


def test_a_tag_only_term_is_no_word() -> None:
    finder = TermFinder((terms("#ootd"),))
    assert senses(finder.find(text("#ootd"))[0]) == ["#ootd"]
    assert senses(finder.find(text("ootd"))[0]) == []


def test_a_term_in_a_run_keeps_its_exact_place() -> None:
    found = TermFinder((terms("古着"),)).find(text("東京の古着屋"))[0]
    assert [(match.start, match.end) for match in found] == [(3, 5)]


def test_a_phrase_written_together_is_found_unless_the_list_has_the_word() -> None:
    apart, own = TermFinder((terms("street style"), terms("street style", "streetstyle"))).find(text("streetstyle"))
    assert (senses(apart), senses(own)) == (["street style"], ["streetstyle"])


def test_look_ups_that_are_remembered_do_not_change_the_answer() -> None:
    finder = TermFinder((terms("potter", "studio potter"),))
    part = text("studio potter #potter")
    assert finder.find(part) == finder.find(part)
