"""The tables are strict, and a forgotten row says what to do."""

from pathlib import Path

import pytest

import server.scoring.parts as parts_room
from server.domain.errors import DataFault
from server.scoring.avoidance import load_avoidance
from server.scoring.choice_table import load_learning
from server.scoring.craft_table import load_crafts
from server.scoring.engagement_table import load_engagement
from server.scoring.nearness import load_bridges, load_niche_nearness, load_signal_nearness
from server.scoring.observations import load_observations
from server.scoring.own_terms import load_own_term_rules
from server.scoring.own_words import load_own_words
from server.scoring.parts import PARTS
from server.scoring.saturation_table import load_saturation
from server.scoring.sentence import load_grades
from server.scoring.table_rows import parse_table, read_table
from server.scoring.taxonomy import load_taxonomy
from server.scoring.tiers import load_cuts
from server.scoring.tones import load_tones
from server.scoring.weights import GOALS, load_weights

LOADERS = (
    load_avoidance,
    load_bridges,
    load_crafts,
    load_cuts,
    load_engagement,
    load_grades,
    load_learning,
    load_niche_nearness,
    load_observations,
    load_own_term_rules,
    load_own_words,
    load_saturation,
    load_signal_nearness,
    load_tones,
    load_weights,
)


@pytest.mark.parametrize("loader", LOADERS)
def test_every_shipped_table_loads(loader: object) -> None:
    assert callable(loader)
    assert loader()


def test_every_table_has_a_loader_that_is_tested_here() -> None:
    tables = {file.stem for file in (Path(parts_room.__file__).parent.parent / "tables").glob("*.toml")}
    known = {"avoidance", "bridges", "crafts", "engagement", "grades", "learning", "nearness", "observations"}
    known |= {"own_terms", "own_words", "saturation", "signal_nearness", "tiers", "tones", "weights"}
    assert tables == known, "a new table needs a loader in LOADERS and its name in `known`"


def test_every_part_is_listed() -> None:
    files = {file.stem for file in Path(parts_room.__file__).parent.glob("*.py")} - {"__init__"}
    listed = {part.id for part in PARTS}
    assert files == listed, "list each file of server/scoring/parts in PARTS, with its file name as id"
    assert len(listed) == len(PARTS) >= 9


def test_every_part_has_a_test_of_its_name() -> None:
    tests = {file.stem.removeprefix("test_") for file in (Path(__file__).parent / "parts").glob("test_*.py")}
    assert {part.id for part in PARTS} <= tests, "add tests/server/scoring/parts/test_<part>.py"


def test_every_part_weighs_something_in_every_preset() -> None:
    assert set(load_weights()) == set(GOALS)
    for preset in load_weights().values():
        assert set(preset) == {part.id for part in PARTS}
        assert all(weight > 0 for weight in preset.values())


def test_nearness_is_the_same_both_ways_and_never_as_near_as_the_same() -> None:
    for nearness in (load_niche_nearness(), load_signal_nearness()):
        for one, row in nearness.near.items():
            for other, value in row.items():
                assert nearness.between(other, one) == value < 1


def test_niches_of_other_groups_are_far_and_of_one_group_a_little_near() -> None:
    nearness = load_niche_nearness()
    assert nearness.between("streetwear", "baking-desserts") == 0
    assert 0 < nearness.between("streetwear", "jewellery") < nearness.between("streetwear", "sneakers") < 1


def test_a_bridge_counts_less_from_a_niche_to_a_signal() -> None:
    bridges = load_bridges()
    assert bridges["parent-community"]["parenting"] < bridges["parenting"]["parent-community"]


def test_every_craft_of_the_taxonomy_has_a_row() -> None:
    assert set(load_crafts()) == {id_ for id_, entry in load_taxonomy().items() if entry.facet == "craft"}


def test_an_unknown_key_is_refused_with_the_file_and_the_row() -> None:
    with pytest.raises(DataFault, match=r"x\.toml \[a\]: unknown key colour"):
        parse_table("x.toml", "[a]\nsize = 1\ncolour = 2").row("a").allow("size")


@pytest.mark.parametrize("line", ['size = "big"', "size = true", "size = -1", "", "size = nan"])
def test_a_number_must_be_a_number_in_its_range(line: str) -> None:
    with pytest.raises(DataFault, match="size must be a number"):
        parse_table("x.toml", line).number("size")


@pytest.mark.parametrize("line", ["usual = [0.2, 0.1]", "usual = [1]", "usual = 3"])
def test_a_band_must_rise(line: str) -> None:
    with pytest.raises(DataFault, match="usual must"):
        parse_table("x.toml", line).pair("usual")


def test_what_is_not_toml_is_refused_by_file() -> None:
    with pytest.raises(DataFault, match=r"x\.toml is not TOML"):
        parse_table("x.toml", "= =")


def test_a_missing_table_is_a_data_fault() -> None:
    with pytest.raises(DataFault, match="nowhere"):
        read_table("nowhere")
