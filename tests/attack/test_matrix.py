"""The whole matrix holds against a running server, and its judge sees a server that does not hold."""

from collections.abc import Iterator

import pytest

from tests.attack.judge import faults
from tests.attack.matrix import cases
from tests.attack.run import failures, line, requests
from tests.attack.target import TREASURES, Answer, Target, attacked


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    with attacked(tmp_path_factory.mktemp("attacked")) as made:
        yield made


def test_no_request_of_the_matrix_gets_past_the_gate(target: Target) -> None:
    counts = requests(target, list(cases()))
    assert counts["cases"] >= 300
    assert failures(counts) == 0, line(counts)


@pytest.mark.parametrize(
    ("head", "body"),
    [("HTTP/1.1 200 OK", ""), ("HTTP/1.1 421 X\r\nAccess-Control-Allow-Origin: https://evil.example", ""),
     ("HTTP/1.1 421 X", TREASURES[0]), ("HTTP/1.1 421 X\r\nLocation: //evil.example", ""),
     ("HTTP/1.1 421 X\r\nLocation: /\\evil.example", "")],
)  # fmt: skip
def test_the_judge_sees_what_is_given_away(target: Target, head: str, body: str) -> None:
    status = int(head.split()[1])
    assert list(faults(next(cases()), Answer(status=status, head=head, body=body), target))


def test_folder_and_files_are_the_users_alone(target: Target) -> None:
    folder = target.running.folder
    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: oct(path.stat().st_mode & 0o777) for path in folder.rglob("*") if path.is_file()} == {
        path.name: "0o600" for path in folder.rglob("*") if path.is_file()
    }


def test_token_and_cookie_are_nowhere_in_clear(target: Target) -> None:
    kept = b"".join(path.read_bytes() for path in target.running.folder.rglob("*") if path.is_file())
    assert target.token.encode() not in kept
    assert target.cookie.encode() not in kept
    assert target.token not in target.log()
    assert target.cookie not in target.log()
