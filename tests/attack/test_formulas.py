"""Formula texts leave through CSV and XLSX as plain texts."""

import csv
import io
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from server.services.export_list import as_csv, as_xlsx
from server.services.join_accounts import with_joins
from tests.attack.planting import PAYLOADS, plant
from tests.attack.target import attacked

STARTS = ("=", "+", "-", "@", "\t", "\r", "＝")


@pytest.fixture(scope="module")
def bodies(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[dict[str, object]]]:
    with attacked(tmp_path_factory.mktemp("formulas")) as target:
        for number, payload in enumerate(PAYLOADS["formula"]):
            plant(target, number, payload)
        with target.store() as store:
            yield list(with_joins(store, store.rows("candidates")))


def test_no_cell_of_a_csv_begins_like_a_formula(bodies: list[dict[str, object]]) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(bodies).decode("utf-8-sig"), newline="")))
    assert len(rows) == 4 * len(PAYLOADS["formula"]) + 1
    assert [cell for row in rows for cell in row if cell.lstrip().startswith(STARTS)] == []


def test_no_cell_of_an_xlsx_is_a_formula_or_a_link(bodies: list[dict[str, object]], tmp_path: Path) -> None:
    made = tmp_path / "list.xlsx"
    made.write_bytes(as_xlsx(bodies, "=1+1"))
    book = openpyxl.load_workbook(made)
    cells = [cell for row in book.active.iter_rows() for cell in row]
    assert any("evil.example" in str(cell.value) for cell in cells)
    assert [cell.value for cell in cells if cell.data_type == "f" or cell.hyperlink] == []


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_libreoffice_sees_texts_only(bodies: list[dict[str, object]], tmp_path: Path, kind: str) -> None:
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice is not installed here: apt-get install libreoffice-calc, and run this again")
    made = tmp_path / f"list.{kind}"
    made.write_bytes(as_xlsx(bodies, "=1+1") if kind == "xlsx" else as_csv(bodies))
    flat = opened_by(program, made).read_text("utf-8")
    assert flat.count("<table:table-row") > len(PAYLOADS["formula"])
    assert "evil.example" in flat
    assert re.findall(r'table:formula="[^"]*"|<text:a [^>]*>', flat) == []


def opened_by(program: str, file: Path) -> Path:
    """What LibreOffice makes of a file, as flat XML in which a formula or a link names itself."""
    own = f"-env:UserInstallation={(file.parent / 'office').as_uri()}"
    command = [program, own, "--headless", "--convert-to", "fods", "--outdir", str(file.parent), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return file.with_suffix(".fods")


def test_libreoffice_would_show_a_formula(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if not program:
        pytest.skip("LibreOffice is not installed here: apt-get install libreoffice-calc, and run this again")
    made = tmp_path / "formula.csv"
    made.write_text("=1+1,x\n", "utf-8")
    assert 'table:formula="of:=1+1"' in opened_by(program, made).read_text("utf-8")
