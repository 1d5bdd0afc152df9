"""A whole round with a plugin's kinds and scorer: handed in, published, read; and read when the plugin is gone."""

import json
import sys
from pathlib import Path

import pytest

from tests.cli.commands import Commands, refused
from tests.examples.plugins import LINSHAN_LIST

ROUND = """id = "2026-h2"
secrecy = "named"
min_raters = 2
rule = "{rule}"
title = "2026年下半年"
[[use]]
checklist = "linshan.agency"
by = "self"
weight = 40
[[use]]
checklist = "linshan.agency"
by = "peer"
weight = 60
"""


def answers(county: Commands, name: str, stamps: int, places: int, done: bool) -> Path:
    said = {
        "study.card": {"number": stamps},
        "study.visits": {"lines": {f"p{at}": 1 for at in range(places)}},
        "study.done": {"yes": done},
    }
    return county.file(name, json.dumps({"checklist": "linshan.agency|2026.1", "answers": said}))


def opened(county: Commands, *, rule: str = "mean", scorer: str = "") -> None:
    """The round under way, with 林山's checklist."""
    county.activate_all()
    lists = county.folder / "data" / "checklists"
    lists.mkdir(exist_ok=True)
    (lists / "linshan.agency.toml").write_text(
        LINSHAN_LIST.read_text("utf-8").replace("total = 100\n", f"total = 100\n{scorer}\n"), "utf-8"
    )
    new = county.by("zzb", "round", "new", county.file("round.toml", ROUND.format(rule=rule)))
    assert new.code == 0, new.err
    assert county.by("zzb", "round", "open", "2026-h2").code == 0


def published(county: Commands, *, rule: str = "mean", scorer: str = "") -> None:
    opened(county, rule=rule, scorer=scorer)
    own, first, second = (
        answers(county, "own.json", 48, 3, True),  # 30 + 30 + 40
        answers(county, "first.json", 16, 1, True),  # 10 + 10 + 40
        answers(county, "second.json", 24, 2, False),  # 15 + 20 + 0
    )
    for rater, file in (("q1", own), ("q2", first), ("q3", second)):
        told = county.by(rater, "respond", "--round", "2026-h2", "--subject", "q1", file)
        assert told.code == 0, told.err
    assert county.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交").code == 0
    assert county.by("zzb", "round", "publish", "2026-h2").code == 0


def result(county: Commands) -> dict:
    (sheet,) = county.by("q1", "results", "2026-h2", "--json").json["results"]
    return sheet


@pytest.mark.usefixtures("linshan_enabled")
def test_kinds_go_all_the_way_and_a_round_is_read_without_them(peopled: Commands, linshan_enabled: Path) -> None:
    published(peopled)
    sheet = result(peopled)
    assert [part["score"] for part in sheet["parts"]] == [100, 47.5]
    assert sheet["total"] == 68.5
    card = next(row for row in sheet["criteria"] if row["id"] == "study.card")
    assert (card["self"], card["peers"]) == (30, 12.5)
    assert card["self_why"][0] == "48 个，满 8 个计 1 次：6 × 5"

    for name in [each for each in sys.modules if each.startswith("tests.examples.linshan")]:
        del sys.modules[name]
    assert peopled("doctor").code == 0
    assert "tests.examples.linshan" not in sys.modules

    linshan_enabled.unlink()
    gone = result(peopled)
    assert (gone["total"], gone["grade"]) == (None, None)
    assert [part["withheld"] for part in gone["parts"]] == ["unscored"] * 2
    assert "插件没有启用" in peopled.by("q1", "results", "2026-h2").out
    done = next(row for row in gone["criteria"] if row["id"] == "study.done")
    assert done["self"] == 40
    assert peopled.by("zzb", "round", "status", "2026-h2").code == 0


@pytest.mark.usefixtures("linshan_enabled")
@pytest.mark.parametrize(("rule", "peers"), [("mean", 39.6), ("votes", 45.8)])
def test_a_scorer_gives_the_totals_of_a_round(
    peopled: Commands, linshan_enabled: Path, rule: str, peers: float
) -> None:
    published(peopled, rule=rule, scorer='scorer = "linshan.weakest"')
    sheet = result(peopled)
    # mean: of (⅓ + ⅓ + 1 + ⅓) ÷ 4 and (½ + ⅔ + 0 + 0) ÷ 4; votes: (5/12 + ½ + ½ + 5/12) ÷ 4
    assert [part["score"] for part in sheet["parts"]] == [100, peers]
    linshan_enabled.unlink()
    gone = result(peopled)
    assert gone["total"] is None
    assert gone["parts"][0]["withheld"] == "unscored"


@pytest.mark.usefixtures("linshan_installed")
def test_a_round_is_not_made_of_a_checklist_whose_plugin_is_not_enabled(peopled: Commands) -> None:
    lists = peopled.folder / "data" / "checklists"
    lists.mkdir(exist_ok=True)
    (lists / "linshan.agency.toml").write_bytes(LINSHAN_LIST.read_bytes())
    told = peopled.by("zzb", "round", "new", peopled.file("round.toml", ROUND.format(rule="mean")))
    assert "linshan.points_card" in refused(told, 2)
