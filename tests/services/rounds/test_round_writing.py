"""Rules are written as a file that says the same rules; templates hold as they stand."""

import tomllib
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_tui import locale
from cadre_tui.model.checklists.checklist import Grade, Purpose, Rounding
from cadre_tui.model.fault import BadInput
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules, Secrecy, Use, Validity
from cadre_tui.model.text import TURNING, Text
from cadre_tui.model.written import exact
from cadre_tui.services.rounds.rules.file import read_round_file, read_rules
from cadre_tui.services.rounds.rules.reading import rules_in
from cadre_tui.services.rounds.rules.remarks import REMARKS, SAMPLES
from cadre_tui.services.rounds.rules.templates import TEMPLATES, template
from cadre_tui.services.rounds.rules.writing import text, value, written

EXAMPLE = Path(__file__).parents[2] / "examples" / "round.toml"
NOW = datetime(2026, 11, 28, 9, tzinfo=UTC)

CHARACTERS = st.characters(exclude_categories=("Cc", "Cs"), exclude_characters=TURNING) | st.sampled_from("\t\n\"'\\")
WORDS = st.text(CHARACTERS, min_size=1, max_size=12).filter(lambda each: bool(each.strip()))
LANGUAGES = st.sampled_from(["zh", "en", "zh-Hant"])
TEXTS = st.builds(Text, st.dictionaries(LANGUAGES, WORDS, min_size=1, max_size=2))
NUMBERS = st.decimals(-1000, 1000, places=3) | st.integers(-1000, 1000).map(Decimal)
SHARES = st.none() | st.decimals(0, 1, places=2)
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=8)), timezone(timedelta(hours=-3, minutes=-30))])
MOMENTS = st.datetimes(datetime(2000, 1, 2), datetime(2199, 12, 30), timezones=ZONES) | st.sampled_from(
    [
        datetime(2026, 12, 20, 23, 59, 59, tzinfo=timezone(timedelta(hours=8))),
        datetime(2026, 12, 20, tzinfo=timezone(timedelta(hours=8))),
    ]
)
TIMES = st.dictionaries(st.sampled_from(Purpose), MOMENTS, max_size=3)
COUNTS = st.integers(0, 10_000)
SOME = st.none() | st.integers(1, 99)
FEW: Any = {"max_size": 3}


def many(each: Any) -> Any:
    return st.lists(each, **FEW).map(tuple)


RULES = st.builds(
    RoundRules,
    id=WORDS,
    title=TEXTS,
    use=many(st.builds(Use, checklist=WORDS, by=st.sampled_from(Purpose), weight=NUMBERS)),
    mock=st.booleans(),
    secrecy=st.sampled_from(Secrecy),
    colleagues=st.sampled_from(["unit", "roster", "groups", "list", "balanced", "none"]),
    group=many(
        st.builds(
            RaterGroup,
            id=WORDS,
            title=TEXTS,
            who=many(st.sampled_from(Relation)),
            levels=many(WORDS),
            weight=NUMBERS.map(abs),
            minimum=SOME,
            merge=st.none() | WORDS,
        )
    ),
    reviewers=SOME,
    seed=st.none() | COUNTS,
    spare_superiors=st.booleans(),
    inspectors=many(WORDS),
    units=many(WORDS),
    sequence=st.sampled_from(["together", "self-first"]),
    opens=TIMES,
    deadlines=TIMES,
    grace=COUNTS,
    min_raters=SOME,
    min_comments=SOME,
    unanimity=st.sampled_from(["withhold", "show"]),
    validity=st.builds(Validity, blanks=SHARES, best=SHARES),
    rounding=st.builds(Rounding, places=st.integers(0, 4)),
    grade=many(st.builds(Grade, code=WORDS, text=TEXTS, min=NUMBERS)),
    appeal_days=COUNTS,
    commendations=st.sampled_from(["signed", "unsigned", "none"]),
    remind_every=COUNTS,
    former=st.none() | WORDS,
    facts_from=st.none() | st.dates(date(2000, 1, 1), date(2199, 12, 31)),
)


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(rules=RULES, samples=st.booleans())
def test_what_is_written_is_read_back_as_the_same_rules(rules: RoundRules, samples: bool) -> None:
    raw = tomllib.loads(text(rules, samples=samples), parse_float=exact)
    again, _faults = rules_in({"use": [], **raw})
    assert again == rules
    assert rules_in({"use": [], **written(rules)})[0] == rules


def test_the_example_is_written_as_it_was_read(tmp_path: Path) -> None:
    rules = read_rules(EXAMPLE)
    copy = tmp_path / "copy.toml"
    copy.write_text(text(rules), "utf-8")
    assert read_rules(copy) == rules
    told = copy.read_text("utf-8")
    assert "\nself = 2026-12-20" in told, "a day stays a day"
    assert "peer = 2026-12-27T18:00:00+08:00" in told


def test_every_rule_has_its_remark_and_every_sample_can_be_used(tmp_path: Path) -> None:
    assert set(RoundRules.model_fields) <= set(REMARKS)
    rules = template("colleagues", NOW)
    for key, sample in SAMPLES.items():
        if key in written(rules):
            continue
        line = sample if sample.startswith("[") and "\n" in sample else f"{key} = {sample}"
        plain = text(rules, samples=False)
        path = tmp_path / f"{key}.toml"
        path.write_text(plain + "\n" + line if "\n" in sample else line + "\n" + plain, "utf-8")
        assert read_rules(path)


def test_nothing_is_written_that_toml_does_not_know() -> None:
    with pytest.raises(TypeError):
        value(None)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", [each.name for each in TEMPLATES])
def test_a_template_holds_as_it_stands(name: str, language: str, tmp_path: Path) -> None:
    locale.use(language)
    path = tmp_path / "round.toml"
    path.write_text(text(template(name, NOW)), "utf-8")
    rules, warnings = read_round_file(path)
    assert not warnings
    assert rules == template(name, NOW)
    assert all(until > NOW for until in rules.deadlines.values())
    assert set(rules.deadlines) == set(rules.purposes)
    remark = "就到组织者结束为止" if language == "zh" else "the organiser ends it"
    assert remark in path.read_text("utf-8")


def test_an_unknown_template_is_told_with_the_known() -> None:
    with pytest.raises(BadInput) as told:
        template("x", NOW)
    assert told.value.values["known"] == "self、colleagues、groups、ballots、inspection"
