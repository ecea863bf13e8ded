"""A reading can be seen: every mark lies on the words that show it."""

from nlp.explain import explain_html, explain_terminal, shown_texts
from nlp.reading import Evidence, Niche, PostReading, PostText, ProfileText, Reading

PROFILE = ProfileText(bio="Ceramicist & <b>mugs</b>", posts=(PostText(caption="gifted by @claylab"),))
READING = Reading(
    niches=(Niche(id="ceramics", score=0.9, evidence=(Evidence(source="bio", start=0, end=10, text="Ceramicist"),)),),
    posts=(
        PostReading(
            commercial="gifted",
            evidence=(
                Evidence(source="caption:0", start=0, end=9, text="gifted by"),
                Evidence(source="caption:0", start=7, end=18, text="by @claylab"),
            ),
        ),
    ),
)


def test_marks_lie_on_their_words_and_never_overlap():
    bio, caption = shown_texts(PROFILE, READING)
    assert [bio.text[mark.start : mark.end] for mark in bio.marks] == ["Ceramicist"]
    assert [caption.text[mark.start : mark.end] for mark in caption.marks] == ["gifted by"]


def test_the_terminal_shows_text_label_and_summary():
    shown = explain_terminal(PROFILE, READING)
    assert "\x1b[1;36mCeramicist\x1b[0m [Ceramics]" in shown
    assert "post 0 gifted" in shown


def test_the_page_escapes_what_people_write():
    page = explain_html(PROFILE, READING)
    assert '<mark class="niche" title="Ceramics">Ceramicist</mark> &amp; &lt;b&gt;mugs&lt;/b&gt;' in page
    assert "<b>" not in page


def test_silence_is_said():
    assert "The words show nothing." in explain_terminal(ProfileText(), Reading())
