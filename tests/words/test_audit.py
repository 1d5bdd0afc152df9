"""Every code that the package notes has its sentence, in both languages."""

import ast
from datetime import UTC, datetime
from typing import Final

from cadre_tui import locale
from cadre_tui.model.oversight.audit import AuditEntry, AuditReport
from cadre_tui.model.oversight.remedy import RemedyState
from cadre_tui.model.rounds.round import Phase
from cadre_tui.words.oversight import audit
from tests.locale.messages import calls

OF: Final = {
    "round-": [each for each in Phase if each is not Phase.SETUP],
    "remedy-": [each for each in RemedyState if each is not RemedyState.OPEN],
}
"""What the codes are made of that are not written out, by how they begin."""


def codes() -> set[str]:
    """The codes that are noted anywhere: written out, one of two, or made of what ``OF`` names."""
    found: set[str] = set()
    for _where, call in calls("note", "note_by_clock"):
        if len(call.args) < 2:
            continue
        for part in ast.walk(call.args[1]):
            if isinstance(part, ast.JoinedStr):
                (start, *_rest) = [each.value for each in part.values if isinstance(each, ast.Constant)]
                found |= {f"{start}{each.value}" for each in OF[start]}
        if not isinstance(call.args[1], ast.JoinedStr):
            found |= {
                part.value
                for part in ast.walk(call.args[1])
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            }
    return found


def an_entry(code: str, **values: object) -> AuditEntry:
    at = datetime(2026, 11, 10, tzinfo=UTC)
    return AuditEntry(number=1, at=at, who="zzb", role="organiser", code=code, values=values, previous="", hash="")


def test_every_code_in_the_package_has_a_sentence() -> None:
    assert "round-published" in codes()
    assert not codes() - set(audit.SENTENCES), "no sentence in words.audit"


def test_a_sentence_names_what_it_is_about_and_why() -> None:
    told = audit.what(an_entry("round-moderation", round="2026-h2", without="三人住院"))
    assert told == "结束了轮次 2026-h2 的填写，转入审核；理由：三人住院"
    locale.use("en")
    assert "2026-h2" in audit.what(an_entry("round-moderation", round="2026-h2"))


def test_a_code_of_a_later_version_is_told_as_it_is() -> None:
    assert audit.what(an_entry("moon-landing", round="r")) == "moon-landing r"


def test_a_name_that_a_terminal_would_obey_is_made_harmless() -> None:
    assert "\x1b" not in audit.what(an_entry("round-made", round="\x1b[2J"))


def test_a_moment_is_told_in_its_own_zone_and_what_the_program_set_as_clocks_in_china_have_it() -> None:
    for until in ("2026-11-10T05:57:00+00:00", "2026-11-10T13:57:00+08:00"):
        assert "2026-11-10 13:57" in audit.what(an_entry("token-issued", until=until))
    assert "2026-11-10 13:57" in audit.what(an_entry("time-given", until="2026-11-10T13:57:00+06:00"))
    assert "2026-11-10" in audit.what(an_entry("time-given", until="2026-11-10"))


def test_a_verdict_says_where_the_log_is_broken() -> None:
    assert "第 7 条" in audit.verdict(AuditReport(count=7, hash="ab", wrong="entry-changed", at=7))
    assert "共 9 条" in audit.verdict(AuditReport(count=9, hash="ab"))
