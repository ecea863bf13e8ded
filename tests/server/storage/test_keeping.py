"""Backup, restore, migration, TinyDB's format, the doctor, and where the folder is."""

import json
import sqlite3
import stat
from pathlib import Path

import pytest
from tinydb import TinyDB

from server.domain.errors import DataFault, InvalidInput, NotFound
from server.storage import doctor, schema
from server.storage.connection import FILE_NAME
from server.storage.folder import folder_warnings
from server.storage.store import Store
from tests.server.storage.factory import candidate

TABLE = "candidates"


@pytest.fixture
def store(tmp_path):
    opened = Store.open(tmp_path / "data")
    with opened.transaction():
        for number in range(40):
            opened.put(TABLE, f"k{number}", candidate(number))
    yield opened
    opened.close()


def broken(folder: Path, sql: str) -> None:
    con = sqlite3.connect(folder / FILE_NAME)
    con.execute(sql)
    con.commit()
    con.close()


def test_a_backup_brings_everything_back_while_running(store, tmp_path):
    store.put(TABLE, "k1", candidate(1, note="second"))
    store.backup(tmp_path / "copy.db")
    store.drop(TABLE, "k1")
    store.put(TABLE, "later", candidate(99))
    assert store.restore(tmp_path / "copy.db") == 40
    assert store.get(TABLE, "k1") == candidate(1, note="second")
    assert store.revision(TABLE, "k1") == 2
    assert store.get(TABLE, "later") is None
    assert store.page(TABLE, text="second").total == 1
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_damaged_backup_is_refused_and_changes_nothing(store, tmp_path):
    store.backup(tmp_path / FILE_NAME)
    broken(tmp_path, "UPDATE document SET body = '{}' WHERE key = 'k3'")
    with pytest.raises(DataFault):
        store.restore(tmp_path / FILE_NAME)
    assert store.count(TABLE) == 40
    assert store.get(TABLE, "k3") == candidate(3)


def test_a_missing_backup_is_not_found(store, tmp_path):
    with pytest.raises(NotFound):
        store.restore(tmp_path / "nowhere.db")


def test_plain_tinydb_opens_an_export(store, tmp_path):
    store.db.table("notes").insert({"text": "é"})
    assert store.export_tinydb(tmp_path / "all.json") == 41
    with TinyDB(tmp_path / "all.json") as plain:
        assert len(plain.table(TABLE)) == 40
        assert plain.table(TABLE).get(doc_id=1) == candidate(0)
        assert plain.table("notes").all() == [{"text": "é"}]


def test_an_export_comes_back_with_its_keys(store, tmp_path):
    store.export_tinydb(tmp_path / "all.json")
    fresh = Store.in_memory()
    assert fresh.import_tinydb(tmp_path / "all.json") == 40
    assert fresh.import_tinydb(tmp_path / "all.json") == 40
    assert fresh.count(TABLE) == 40
    assert fresh.get(TABLE, "k7") == candidate(7)
    fresh.close()


def test_a_file_of_plain_tinydb_is_imported_by_its_own_ids(tmp_path):
    with TinyDB(tmp_path / "plain.json") as plain:
        plain.table(TABLE).insert(candidate(5))
        plain.insert({"loose": True})
    fresh = Store.in_memory()
    assert fresh.import_tinydb(tmp_path / "plain.json") == 2
    assert fresh.get(TABLE, "main.instagram.h5") == candidate(5)
    assert fresh.db.all() == [{"loose": True}]
    fresh.close()


@pytest.mark.parametrize("text", ["", "[1]", '{"t": []}', '{"t": {"x": {}}}', '{"t": {"1": 2}}', "[" * 100_000])
def test_other_files_are_not_imported(tmp_path, text):
    (tmp_path / "other.json").write_text(text)
    fresh = Store.in_memory()
    with pytest.raises(InvalidInput):
        fresh.import_tinydb(tmp_path / "other.json")
    assert fresh.db.tables() == set()
    fresh.close()


def test_a_sound_folder_is_reported_sound(store, tmp_path):
    report = doctor.check(tmp_path / "data")
    assert report.is_sound
    assert (report.rows, report.damaged, report.set_aside) == (40, 0, 0)


@pytest.mark.parametrize(
    ("harm", "left"),
    [
        ("UPDATE document SET body = '{}' WHERE key = 'k3'", 39),
        ("DELETE FROM lookup WHERE id = 4", 40),
        ("UPDATE tally SET rows = 7", 40),
    ],
)
def test_the_doctor_finds_and_mends(store, tmp_path, harm, left):
    store.close()
    broken(tmp_path / "data", harm)
    assert not doctor.check(tmp_path / "data").is_sound
    after = doctor.repair(tmp_path / "data")
    assert after.is_sound
    assert after.rows == left
    again = Store.open(tmp_path / "data")
    assert again.count(TABLE) == left
    assert again.page(TABLE, text="lisbon").total == left
    again.close()


def test_the_doctor_saves_what_a_broken_file_still_holds(store, tmp_path):
    store.close()
    file = tmp_path / "data" / FILE_NAME
    data = bytearray(file.read_bytes())
    con = sqlite3.connect(file)
    root = con.execute("SELECT rootpage FROM sqlite_master WHERE name = 'lookup_fit'").fetchone()[0]
    con.close()
    data[(root - 1) * 4096 : root * 4096] = b"\xff" * 4096
    file.write_bytes(data)
    assert not doctor.check(tmp_path / "data").is_sound
    after = doctor.repair(tmp_path / "data")
    assert after.is_sound
    assert after.rows == 40
    assert list((tmp_path / "data").glob(f"{FILE_NAME}.damaged-*"))


def test_the_doctor_wants_a_database(tmp_path):
    with pytest.raises(NotFound):
        doctor.check(tmp_path)


def test_every_migration_is_listed_in_order():
    listed = list(schema.MIGRATIONS)
    found = sorted(path.name for path in schema.FOLDER.glob("*.sql"))
    assert listed == found, "list each file of server/storage/migrations in schema.MIGRATIONS, in order"
    assert [int(name[:4]) for name in listed] == list(range(1, len(listed) + 1))


def test_a_migration_keeps_a_backup_first(store, tmp_path, monkeypatch):
    store.close()
    (tmp_path / "steps").mkdir()
    for name in schema.MIGRATIONS:
        (tmp_path / "steps" / name).write_text((schema.FOLDER / name).read_text())
    (tmp_path / "steps" / "9999_more.sql").write_text("CREATE TABLE more (x);\n")
    monkeypatch.setattr(schema, "FOLDER", tmp_path / "steps")
    monkeypatch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "9999_more.sql"))
    Store.open(tmp_path / "data").close()
    kept = sqlite3.connect(tmp_path / "data" / f"{FILE_NAME}.before-{len(schema.MIGRATIONS):04}")
    assert kept.execute("SELECT count(*) FROM document").fetchone() == (40,)
    assert kept.execute("PRAGMA user_version").fetchone() == (len(schema.MIGRATIONS) - 1,)
    kept.close()


def test_a_failed_migration_changes_nothing(store, tmp_path, monkeypatch):
    store.close()
    (tmp_path / "9999_bad.sql").write_text("CREATE TABLE more (x);\nINSERT INTO nowhere VALUES (1);\n")
    with monkeypatch.context() as patch:
        patch.setattr(schema, "FOLDER", tmp_path)
        patch.setattr(schema, "MIGRATIONS", (*schema.MIGRATIONS, "9999_bad.sql"))
        with pytest.raises(Exception, match="nowhere"):
            Store.open(tmp_path / "data")
    again = Store.open(tmp_path / "data")
    assert again.count(TABLE) == 40
    again.close()


def test_a_newer_database_is_left_alone(store, tmp_path):
    store.close()
    broken(tmp_path / "data", "PRAGMA user_version = 99")
    with pytest.raises(DataFault, match="newer"):
        Store.open(tmp_path / "data")


def test_network_and_synced_folders_are_warned_about(tmp_path):
    mounts = "/dev/sda1 / ext4 rw 0 0\nserver:/x /mnt/my\\040share nfs4 rw 0 0\nu@h: /mnt/ssh fuse.sshfs rw 0 0\n"
    assert folder_warnings(Path("/home/mara/seedlist"), mounts) == ()
    assert "network" in folder_warnings(Path("/mnt/my share/data"), mounts)[0]
    assert "network" in folder_warnings(Path("/mnt/ssh/data"), mounts)[0]
    assert "OneDrive - Studio" in folder_warnings(Path("/home/mara/OneDrive - Studio/data"), mounts)[0]
    (tmp_path / ".stfolder").mkdir()
    assert folder_warnings(tmp_path / "data", mounts)


def test_an_export_is_json_that_anyone_reads(store, tmp_path):
    store.export_tinydb(tmp_path / "all.json")
    tables = json.loads((tmp_path / "all.json").read_text())
    assert tables.keys() == {TABLE, "_keys"}
