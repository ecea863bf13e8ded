"""Marks keep every character, whatever the spans are."""

from hypothesis import given
from hypothesis import strategies as st

from server.web.pages.shown.marks import excerpt, marked

spans = st.lists(st.tuples(st.integers(-5, 40), st.integers(-5, 40)))


@given(text=st.text(max_size=30), found=spans)
def test_no_character_is_lost_or_doubled(text: str, found: list[tuple[int, int]]) -> None:
    assert "".join(piece for piece, _ in marked(text, found)) == text


@given(text=st.text(min_size=1, max_size=30), data=st.data())
def test_exactly_the_characters_of_the_spans_are_marked(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert [piece for piece, is_marked in marked(text, [(start, end)]) if is_marked] == [text[start:end]]


def test_overlapping_words_become_one_mark() -> None:
    assert marked("slow fashion", [(0, 4), (2, 12)]) == (("slow fashion", True),)


def test_an_excerpt_is_the_sentence_of_the_words() -> None:
    pieces = excerpt("I draw. I throw ceramics at night. I sleep.", 16, 24)
    assert pieces == (("I throw ", False), ("ceramics", True), (" at night", False))


def test_a_long_sentence_is_cut_at_words() -> None:
    text = f"{'before ' * 30}ceramics{' after' * 30}"
    pieces = excerpt(text, 210, 218)
    assert pieces[1] == ("ceramics", True)
    assert pieces[0][0].startswith("… before")
    assert pieces[2][0].endswith("after …")
