"""How a brand speaks, told from its own words."""

import pytest

from server.scoring.tones import load_tones, tones_of


@pytest.mark.parametrize(
    ("text", "tone"),
    [
        ("Silly socks for a party that never ends! Why not!", "playful"),
        ("Nicht für dich. Gegen alles. Keine Regeln.", "bold"),
        ("Hecho con amor, juntos, para todos.", "warm"),
        ("La luce del mare, il silenzio dell'alba.", "poetic"),
        ("Testé en laboratoire, formule à 10 % de vitamine C.", "expert"),
        ("Honest shirts. Made well. Nothing else.", "plain"),
    ],
)
def test_the_words_show_the_tone(text: str, tone: str) -> None:
    assert next(iter(tones_of(text))) == tone


def test_each_tone_has_the_exact_words_behind_it() -> None:
    text = "Honest shirts. Made well. Nothing else."
    assert all(text[cue.start : cue.end] == cue.text for cues in tones_of(text).values() for cue in cues)


def test_one_word_alone_is_no_tone_and_no_words_are_none() -> None:
    assert tones_of("A long sentence about shirts that are sewn in a town near the sea by many hands.") == {}
    assert tones_of("") == {}


def test_at_most_two_tones_are_proposed() -> None:
    everything = "fun and silly, love and together, bold and loud, dawn and silence, research and tested"
    assert len(tones_of(everything)) == load_tones().most == 2
