"""The models of other local servers answer those whom they should answer, so that their counts mean something."""

from tests.attack.matrix import ORIGIN, Ask, cases, rightful
from tests.attack.rivals import ASKED, answered, counts, fill, load


def test_each_model_answers_its_own_rightful_asker() -> None:
    sent = rightful(Ask(who="extension", target="/api/state"), fill).decode()
    headers = dict(line.lower().split(": ", 1) for line in sent.strip().split("\r\n")[1:])
    headers |= {"origin": ORIGIN, "authorization": f"Bearer {'t' * 43}"}
    assert [rules.name for rules in load() if not rules.answers("GET", headers, "")] == []


def test_a_model_that_needs_a_secret_answers_nobody_without_one() -> None:
    jupyter = next(rules for rules in load() if rules.name.startswith("Jupyter"))
    without = [case for case in cases() if case.attack.name == "no token, or not the token" and case.value == "(none)"]
    assert without
    assert not any(answered(case, jupyter) for case in without)


def test_every_model_is_asked_the_same_questions() -> None:
    total, passed = counts()
    assert total == sum(case.attack.field in ASKED for case in cases()) > 300
    assert set(passed) == {rules.name for rules in load()}
