"""The language of a profile, with eldc and with what stands in where eldc has no build."""

import sys

import pytest

from nlp.components.languages import Detector, Languages, load_detector

TEXTS = (
    ("ceramista em Lisboa, peças feitas à mão", "pt"),
    ("Näherin aus Leipzig, Stoffe vom Flohmarkt", "de"),
    ("J'apprends à coudre avec ma grand-mère", "fr"),
    ("resep masakan rumahan untuk keluarga setiap hari", "id"),
    ("今日は藍を建てました。いい色です", "ja"),
    ("حرفية من تونس أصنع الفخار بيدي كل يوم", "ar"),
)


@pytest.fixture(params=["eldc", "py3langid"])
def detector(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Detector:
    if request.param == "py3langid":
        monkeypatch.setitem(sys.modules, "eldc", None)
    else:
        pytest.importorskip("eldc", exc_type=ImportError, reason="eldc has no build for this machine")
    return load_detector()


@pytest.mark.parametrize(("text", "language"), TEXTS)
def test_both_detectors_tell_the_language(detector: Detector, text: str, language: str) -> None:
    assert Languages(detector).language(text) == language


def test_malay_and_indonesian_are_one(detector: Detector) -> None:
    assert detector("saya suka memasak makanan untuk keluarga saya di rumah setiap hari") == "id"
