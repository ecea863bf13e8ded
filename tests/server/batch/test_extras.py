"""Whoever lacks a library of the extra is told the command that installs it."""

import pytest

from server.batch.extras import ExtraMissing, wanted


def test_a_missing_library_is_told_with_what_to_do() -> None:
    with pytest.raises(ExtraMissing, match="needs notthere") as told:
        wanted("notthere.parquet", "Reading Parquet")
    assert "pip install 'seedlist[scale]'" in told.value.action


def test_a_library_that_is_there_is_given() -> None:
    assert wanted("json", "x").loads("1") == 1
