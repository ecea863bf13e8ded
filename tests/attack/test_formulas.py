"""Formula texts leave through CSV and XLSX as plain texts."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from server.services.export_list import as_csv, as_xlsx
from tests.attack.planting import PAYLOADS, plant
from tests.attack.target import attacked

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝")


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, object]]]:
    with attacked(tmp_path_factory.mktemp("formulas")) as target:
        for number, payload in enumerate(PAYLOADS["formula"]):
            plant(target, number, payload)
        with target.store() as store:
            yield list(store.rows("candidates"))


def test_no_cell_of_a_csv_begins_like_a_formula(bodies: list[dict[str, object]]) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(bodies).decode("utf-8-sig"), newline="")))
    assert len(rows) == 2 * len(PAYLOADS["formula"]) + 1
    assert [cell for row in rows for cell in row if cell.lstrip().startswith(STARTS)] == []


def test_no_cell_of_an_xlsx_is_a_formula_or_a_link(bodies: list[dict[str, object]], tmp_path: Path) -> None:
    made = tmp_path / "list.xlsx"
    made.write_bytes(as_xlsx(bodies, "=1+1"))
    book = openpyxl.load_workbook(made)
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert any("evil.example" in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []
