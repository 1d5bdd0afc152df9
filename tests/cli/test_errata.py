"""``cadre round erratum`` and ``cadre round errata``."""

from pathlib import Path

from tests.cli.commands import ROUND, Commands, refused
from tests.cli.test_whole_round import opened, respond, response

__all__ = ["opened"]

WHY = ("--reason", "漏写")


def mutual(county: Commands, *becomes: tuple[str, str]) -> Path:
    written = next(Path(__file__).parents[2].glob("cadre_tui/**/core.mutual.toml")).read_text("utf-8")
    for was, now in becomes:
        assert was in written
        written = written.replace(was, now, 1)
    return county.file("mutual.toml", written)


def test_a_corrected_file_becomes_errata_beside_the_text(opened: Commands) -> None:
    good = response(opened, "good")
    assert respond(opened, "q1", "q1", good).code == 0
    pins = opened.by("zzb", "round", "show", "2026-h2", "--json").json
    title = next(each for each in mutual(opened).read_text("utf-8").splitlines() if each.startswith("title"))
    file = mutual(opened, (title, 'title = { zh = "改过的名称", en = "Corrected title" }'))
    told = opened.by("zzb", "round", "erratum", "2026-h2", file, *WHY, "--json").json
    assert [(each["field"], each["now"]["zh"], each["reason"], each["by"]) for each in told["errata"]] == [
        ("title", "改过的名称", "漏写", "zzb")
    ]
    assert opened.by("zzb", "round", "show", "2026-h2", "--json").json == pins
    assert "改过的名称" in opened.by("zzb", "round", "errata", "2026-h2").out
    assert "Corrected title" in opened.by("zzb", "--lang", "en", "round", "errata", "2026-h2").out
    assert "没有要更正的" in refused(opened.by("zzb", "round", "erratum", "2026-h2", file, *WHY), 2)
    assert respond(opened, "q2", "q1", good).code == 0
    assert "wording-corrected" in opened.by("zzb", "audit", "show", "--json").out


def test_one_text_is_corrected_by_name(opened: Commands) -> None:
    one = ("--criterion", "plan.overall", "--text", "另一种说法")
    told = opened.by("zzb", "round", "erratum", "2026-h2", *one, *WHY)
    assert told.code == 0, told
    assert "另一种说法" in told.out
    refused(opened.by("zzb", "round", "erratum", "2026-h2", *WHY), 2)
    refused(opened.by("q1", "round", "erratum", "2026-h2", *one, *WHY), 3)
    refused(opened.by("zzb", "round", "erratum", "2026-h2", "--criterion", "no.such", "--text", "x", *WHY), 2)


def test_what_changes_the_meaning_is_refused_and_named(opened: Commands) -> None:
    file = mutual(opened, ("score = 80", "score = 85"))
    told = refused(opened.by("zzb", "round", "erratum", "2026-h2", file, *WHY), 2)
    assert "score (meaning)" in told
    assert "cadre round amend 2026-h2" in told
    told = opened.by("zzb", "--lang", "en", "round", "erratum", "2026-h2", file, *WHY)
    assert "more than that" in told.err
    assert opened.by("zzb", "round", "errata", "2026-h2", "--json").json["errata"] == []


def test_of_several_checklists_the_one_is_meant_that_asks_it(peopled: Commands) -> None:
    two = ROUND + '[[use]]\nchecklist = "core.learning"\nby = "self"\n'
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", two)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    erratum = ("round", "erratum", "2026-h2", *WHY, "--text", "全年完成规定学时", "--criterion")
    told = peopled.by("zzb", *erratum, "plan.hours", "--json").json
    assert [each["checklist"] for each in told["errata"]] == ["core.learning|2026.1"]
    assert "都没有考评项“plan.nothing”" in refused(peopled.by("zzb", *erratum, "plan.nothing"), 2)
