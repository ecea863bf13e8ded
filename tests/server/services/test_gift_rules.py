"""The table of the gift ledger says what it may, and faults are named."""

from pathlib import Path

import pytest

from server.domain.errors import DataFault
from server.services.gift_rules import FILE, load_gift_rules


def test_the_shipped_table_is_read() -> None:
    rules = load_gift_rules()
    assert rules.most > 0
    assert all(word == word.casefold().strip() and word for word in rules.words)


def test_an_unknown_key_fails_loudly(tmp_path: Path) -> None:
    file = tmp_path / "gift_rules.toml"
    file.write_text(FILE.read_text("utf-8").replace("most =", "least ="), "utf-8")
    with pytest.raises(DataFault, match=r"gift_rules\.toml"):
        load_gift_rules(file)
