"""The fit in one sentence: the weightiest reasons, and nothing named twice."""

import pytest

from server.scoring.phrases import Naming
from server.scoring.sentence import say_fit

SHARED = Naming("shares {}", ("handmade & craft", "maker"))


@pytest.mark.parametrize(
    ("briefs", "words"),
    [
        ([SHARED, Naming("{}", ("maker",))], "shares handmade & craft and maker"),
        ([Naming("shows {}", ("workwear & denim",)), Naming("speaks of {}", ("denim", "wool"))], "speaks of wool"),
        ([SHARED, Naming("speaks of {}", ("Craft",)), "rarely paid"], "shares handmade & craft and maker, rarely paid"),
        ([Naming("shares {}", ("maker", "maker"))], "shares maker"),
        ([Naming("{}", ("maker",)), Naming("shares {}", ("maker & craft",))], "maker, shares maker & craft"),
        ([Naming("shares {}", ("film", "zine", "denim", "wool")), "paid"], "shares film, zine and 2 more, paid"),
    ],
)
def test_the_same_thing_is_named_once(briefs: list[str | Naming], words: str) -> None:
    said = say_fit(90, briefs, "", 1.0)
    assert words in said
    assert said.count("maker") <= words.count("maker")


def test_what_only_repeats_makes_room_for_the_next_reason() -> None:
    craft, rest = Naming("{}", ("maker",)), ["people answer", "rarely paid"]
    assert say_fit(90, [SHARED, craft, *rest], "", 1.0).endswith("maker, people answer, rarely paid.")


def test_what_was_only_counted_may_still_be_named() -> None:
    three = Naming("shares {}", ("film", "zine", "maker"))
    assert say_fit(90, [three, Naming("{}", ("maker",))], "", 1.0).endswith("shares film, zine and 1 more, maker.")
