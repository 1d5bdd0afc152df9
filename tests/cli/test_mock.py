"""A rehearsal is marked in whatever a command says of its round."""

from tests.cli.commands import ROUND, Commands

MARK = "【演练】2026年下半年学习考评"


def test_every_output_that_names_the_round_marks_it(peopled: Commands) -> None:
    file = peopled.file("round.toml", "mock = true\n" + ROUND)
    assert MARK in peopled("round", "check", file).out
    assert MARK in peopled.by("zzb", "round", "new", file).out
    assert MARK in peopled.by("zzb", "round", "open", "2026-h2").out
    assert MARK in peopled.by("zzb", "round", "status").out
    assert MARK in peopled.by("zzb", "round", "status", "2026-h2").out
    assert peopled.by("zzb", "round", "status", "2026-h2", "--json").json["mock"] is True
    assert MARK in peopled.by("zzb", "round", "close", "2026-h2", "--leave-out", "演练").out
    assert MARK in peopled.by("zzb", "round", "publish", "2026-h2").out
    assert MARK in peopled.by("zzb", "results", "2026-h2").out
    assert MARK in peopled.by("zzb", "results", "2026-h2", "--subject", "q1").out
    assert peopled.by("zzb", "results", "2026-h2", "--json").json["mock"] is True
