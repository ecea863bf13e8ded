"""CSV and Parquet say the same as JSON Lines, in and out."""

import csv
import io
import json
from pathlib import Path

import msgspec
import pytest

from server.batch.columns import COLUMNS, WHOLE, row_of
from server.batch.source import format_of, open_records
from server.domain.errors import InvalidInput
from server.wire.decode import decode
from server.wire.profile_in import ProfileIn

parquet = pytest.importorskip("pyarrow.parquet")
arrow = pytest.importorskip("pyarrow")

PEOPLE = [
    {"id": "a", "platform": "instagram", "handle": "tilda.mends", "bio": "ceramics;\n“mugs”", "followers": 3120,
     "verified": True, "captions": ["new mug", "kiln day"]},
    {"id": "b", "platform": "tiktok", "followers": {"value": 48_200, "exact": False}, "posts": [{"caption": "hi"}]},
]  # fmt: skip


def read(path: Path, form: str) -> list[tuple[int, bytes]]:
    with open_records(str(path), form) as opened:
        return [(record.place, record.raw) for record in opened.records]


def cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value)


def as_csv(rows: list[dict], sign: str) -> bytes:
    heads = sorted({key for row in rows for key in row})
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=sign)
    writer.writerows([heads, *([cell(row.get(head)) for head in heads] for row in rows)])
    return out.getvalue().encode()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_a_table_in_csv_says_the_same_as_json(tmp_path: Path, sign: str, mark: bytes) -> None:
    path = tmp_path / "in.csv"
    path.write_bytes(mark + as_csv(PEOPLE, sign))
    found = read(path, "csv")
    wanted = [decode(json.dumps(person).encode(), ProfileIn) for person in PEOPLE]
    assert [decode(raw, ProfileIn) for _, raw in found] == wanted
    assert [place for place, _ in found] == [2, 4]


def test_a_table_in_parquet_says_the_same_as_json(tmp_path: Path) -> None:
    plain = [dict(PEOPLE[0]), {"id": "b", "platform": "tiktok", "followers": None, "posts": [{"caption": "hi"}]}]
    parquet.write_table(arrow.Table.from_pylist(plain, schema=None), tmp_path / "in.parquet")
    found = [decode(raw, ProfileIn) for _, raw in read(tmp_path / "in.parquet", "parquet")]
    assert found[0] == decode(json.dumps(PEOPLE[0]).encode(), ProfileIn)
    assert found[1].followers is None


def test_numbers_that_pandas_made_fractions_are_whole_again(tmp_path: Path) -> None:
    table = arrow.table({"platform": ["instagram"] * 2, "followers": [3120.0, float("nan")]})
    parquet.write_table(table, tmp_path / "in.parquet")
    found = [decode(raw, ProfileIn) for _, raw in read(tmp_path / "in.parquet", "parquet")]
    assert [profile.followers for profile in found] == [3120, None]


@pytest.mark.parametrize(
    ("row", "field"),
    [
        (b"instagram,many\n", "followers"),
        (b"instagram,-3\n", "followers"),
        (b"instagram,5,6\n", "a cell without a head"),
        (b"myspace,5\n", "platform"),
    ],
)
def test_a_bad_row_is_refused_by_the_name_of_its_field(tmp_path: Path, row: bytes, field: str) -> None:
    (tmp_path / "in.csv").write_bytes(b"platform,followers\n" + row)
    ((place, raw),) = read(tmp_path / "in.csv", "csv")
    with pytest.raises(InvalidInput) as told:
        decode(raw, ProfileIn)
    assert (place, told.value.field) == (2, field)


def test_a_row_that_is_not_utf_8_is_refused_alone(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_bytes(b"platform,bio\ninstagram,caf\xe9\n\ninstagram,tea\n")
    first, second = read(tmp_path / "in.csv", "csv")
    with pytest.raises(InvalidInput):
        decode(first[1], ProfileIn)
    assert (second[0], decode(second[1], ProfileIn).bio) == (4, "tea")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"", "no line of heads"),
        (b"platform,folowers\n", "folowers"),
        (b"handle\nx\n", "no column “platform”"),
        (b"platform,bio\ninstagram," + b"x" * 16_000_001, "breaks near line 2"),
    ],
)
def test_a_table_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, told: str) -> None:
    (tmp_path / "in.csv").write_bytes(content)
    with pytest.raises(InvalidInput, match=told):
        read(tmp_path / "in.csv", "csv")


def test_what_is_not_parquet_is_told(tmp_path: Path) -> None:
    (tmp_path / "in.parquet").write_bytes(b"platform\n")
    with pytest.raises(InvalidInput, match="not a Parquet file"):
        read(tmp_path / "in.parquet", "parquet")


def test_parquet_under_another_name_is_told(tmp_path: Path) -> None:
    parquet.write_table(arrow.table({"platform": ["instagram"]}), tmp_path / "in.jsonl")
    with pytest.raises(InvalidInput, match="Parquet"):
        read(tmp_path / "in.jsonl", "jsonl")


def test_blank_lines_keep_the_count_of_lines_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "in.jsonl").write_bytes(b'\n{"a":1}\n  \n\n{"b":2}')
    with open_records(str(tmp_path / "in.jsonl"), "jsonl") as opened:
        assert [(record.place, record.size) for record in opened.records] == [(2, 9), (5, 11)]


def test_the_format_is_the_ending_unless_it_is_said() -> None:
    assert [format_of(name, None) for name in ("-", "a.JSONL", "a.csv", "a.parquet")] == [
        "jsonl", "jsonl", "csv", "parquet",
    ]  # fmt: skip
    assert format_of("a.dat", "csv") == "csv"
    with pytest.raises(InvalidInput, match="does not end in"):
        format_of("a.dat", None)


def test_a_row_holds_the_columns_and_the_whole() -> None:
    line = msgspec.json.encode({"id": 7, "tier": None, "error": {"field": "bio", "message": "too long"}})
    row = row_of(line)
    assert list(row) == [*COLUMNS, WHOLE]
    assert (row["id"], row["tier"], row["error_field"], row[WHOLE]) == ("7", None, "bio", line.decode())
