"""The standalone script that recomputes a score sheet, held against the program over many random rounds."""

import json
import random
import runpy
import subprocess
import sys
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest

from cadre_tui import checklists, scoring
from cadre_tui.cli.rounds.sheet_json import sheet_json
from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.answers.response import Response
from cadre_tui.model.checklists.checklist import Grade, Purpose
from cadre_tui.model.people.person import Person
from cadre_tui.model.results.outcome import Settled
from cadre_tui.model.results.result import Result
from cadre_tui.model.rounding import round_half_up
from cadre_tui.model.rounds.counting_rules import PinnedRule, Rule
from cadre_tui.model.rounds.round_rules import RaterGroup, Relation, RoundRules, Secrecy, Use
from cadre_tui.model.text import Text
from cadre_tui.plugins.allowed.running import running
from cadre_tui.scoring.brought_rules import CountedByPlugin
from cadre_tui.services.results.peers import Peers
from cadre_tui.services.results.reader import Found, Reader
from cadre_tui.services.results.reading import each_result
from cadre_tui.services.results.sheets import Rated, Sheets
from cadre_tui.words.results.explained import explained
from tests.examples.plugins import linshan

SCRIPT = Path(__file__).parents[2] / "docs" / "organisers" / "recompute.py"
OPTIONS = {"good": 100, "fair": 80, "average": 60, "poor": 35, "unknown": None}
SCALE = ", ".join(
    f"{{ code = '{code}', text = '{code}'" + (f", score = {score}" if score is not None else "") + " }"
    for code, score in OPTIONS.items()
)


def rating(name: str, points: int) -> str:
    return (
        f"[[section.criterion]]\nid = 'p.{name}'\nkind = 'rating'\ntext = '{name}'\nscale = 'x'\npoints = {points}\n"
    )


PEER = checklists.parse(
    "schema = 1\nid = 't.peer'\nversion = '1'\ntitle = 'P'\ntotal = 30\nrounding = { places = 0 }\n"
    f"[[scale]]\nid = 'x'\noption = [{SCALE}]\n"
    "[[section]]\nid = 'one'\ntitle = 'One'\n" + rating("a", 7) + rating("b", 11) + "[[section]]\nid = 'two'\n"
    "title = 'Two'\n" + rating("c", 9) + rating("d", 3),
    "peer.toml",
)
OWN = checklists.parse(
    "schema = 1\nid = 't.own'\nversion = '1'\ntitle = 'O'\ntotal = 20\nrounding = { places = 1 }\n"
    "[[section]]\nid = 'base'\ntitle = 'B'\n[[section.criterion]]\nid = 'o.share'\nkind = 'ratio'\ntext = 'S'\n"
    "points = 13\nallow_na = true\n[[section.criterion]]\nid = 'o.yes'\nkind = 'yes_no'\ntext = 'Y'\npoints = 7\n"
    "[[section]]\nid = 'bonus'\ntitle = '+'\nkind = 'bonus'\ncap = 5\n[[section.criterion]]\nid = 'o.more'\n"
    "kind = 'count'\ntext = 'M'\nper = 1.5\n"
    "[[section]]\nid = 'penalty'\ntitle = '-'\nkind = 'penalty'\ncap = 4\n[[section.criterion]]\nid = 'o.less'\n"
    "kind = 'count'\ntext = 'L'\nper = -0.7\n",
    "own.toml",
)
GROUPS = tuple(
    RaterGroup(id=each, title=Text(each), who=(Relation.UNIT,), weight=Decimal(weight))
    for each, weight in (("a", "30"), ("b", "22.5"), ("c", "40"))
)
GRADES = tuple(
    Grade(code=code, text=Text(code), min=Decimal(least)) for code, least in (("good", 24), ("pass", 15), ("fail", 0))
)


def person(name: str) -> Person:
    return Person(id=name, name=name, unit="u", level="agency-staff")


def rated(
    rater: str, checklist: Any, purpose: Purpose, answers: dict[str, Answer], group: str | None = None
) -> Rated:
    response = Response(
        checklist=checklist.name, digest=checklist.digest, subject="s", purpose=purpose, answers=answers
    )
    return Rated(person(rater), group, response, scoring.score(checklist, answers))


def own_answers(chance: random.Random) -> dict[str, Answer]:
    share = (
        Answer(na=True) if chance.random() < 0.2 else Answer(done=Decimal(chance.randint(0, 7)), planned=Decimal(7))
    )
    return {
        "o.share": share,
        "o.yes": Answer(yes=chance.random() < 0.6),
        "o.more": Answer(number=Decimal(chance.randint(0, 5))),
        "o.less": Answer(number=Decimal(chance.randint(0, 8))),
    }


def random_result(chance: random.Random, counted: CountedByPlugin | None = None) -> Result:
    """A round with chance rules and chance answers, through the program's own figures and suppression."""
    grouped = chance.random() < 0.5
    rules = RoundRules(
        id="r",
        title=Text("r"),
        use=(
            Use(checklist="t.own", by=Purpose.SELF, weight=Decimal(chance.randint(0, 3))),
            Use(checklist="t.own", by=Purpose.CHECK, weight=Decimal("1.5")),
            Use(checklist="t.peer", by=Purpose.PEER, weight=Decimal(chance.randint(1, 60))),
        ),
        secrecy=chance.choice(list(Secrecy)),
        unanimity=chance.choice(["withhold", "show"]),
        min_raters=3,
        rule=chance.choice(list(Rule)),
        colleagues="groups" if grouped else "unit",
        group=GROUPS if grouped else (),
        grade=GRADES,
        rounding={"places": chance.randint(0, 3)},
    )
    few = list(OPTIONS)[: chance.randint(1, 5)]
    raters = [
        rated(
            f"p{at}",
            PEER,
            Purpose.PEER,
            {each.id: Answer(choice=chance.choice([*few, "unknown"])) for each in PEER.criteria()},
            chance.choice("abc") if grouped else None,
        )
        for at in range(chance.randint(3, 14))
    ]
    mine = rated("s", OWN, Purpose.SELF, own_answers(chance))
    checks = [rated(f"c{at}", OWN, Purpose.CHECK, own_answers(chance)) for at in range(chance.randint(1, 3))]
    if counted:
        rules = rules.model_copy(update={"rule": counted.pinned.name, "secrecy": Secrecy.NAMED})
    return result_of(rules, mine, checks, raters, counted)


def result_of(
    rules: RoundRules, mine: Rated, checks: list[Rated], raters: list[Rated], counted: CountedByPlugin | None = None
) -> Result:
    """What the program makes of these rules and responses."""
    peer, own = Sheets(PEER), Sheets(OWN)
    own.add(Purpose.SELF, (mine,), 1)
    own.add(Purpose.CHECK, tuple(checks), 3)
    peer.add(Purpose.PEER, tuple(raters), 15)
    subject = person("s")
    reader = SimpleNamespace(
        held=SimpleNamespace(rules=rules, rules_hash="", id="r", errata=(), rule_by=counted and counted.pinned),
        unit_name=lambda _subject: "",
        uses=((Purpose.SELF, OWN), (Purpose.CHECK, OWN), (Purpose.PEER, PEER)),
        found=lambda _subject: Found(
            subject, {"t.peer": peer, "t.own": own}, {"t.peer": Peers(rules, peer, None, counted)}
        ),
        found_before=lambda _subject: None,
        settled=Settled(),
        earlier=(),
        circle=SimpleNamespace(people=(subject,)),
        voided=frozenset(),
        shift=lambda _subject: None,
    )
    (found,) = each_result(cast(Reader, reader), [subject])
    return found


@pytest.fixture(scope="module")
def recompute() -> Any:
    return runpy.run_path(str(SCRIPT))["recompute"]


def again(recompute: Any, found: Result) -> Iterator[tuple[str, Any, Any]]:
    sheet = json.loads(json.dumps(sheet_json(found)))
    yield from recompute(sheet)


def test_every_sheet_comes_out_to_the_last_digit(recompute: Any) -> None:
    chance = random.Random(20261129)
    rules, checked, kept_back = set(), 0, 0
    for _round in range(250):
        found = random_result(chance)
        for what, printed, comes_out in again(recompute, found):
            kept_back += comes_out is None and printed is None
            if comes_out is not None:
                assert printed == comes_out, (what, found.rule)
                checked += 1
        told = {what: out for what, _printed, out in again(recompute, found)}
        if found.total is not None:
            assert (
                told["total"]
                == Fraction(found.total)
                == Fraction(round_half_up(found.exact or Fraction(0), found.places))
            )
            rules.add(found.rule)
    assert rules == set(Rule)
    assert checked > 1000
    assert kept_back > 100, "what is withheld stays so"


VOTES = {
    "a": ("good", "good", "fair"),
    "b": ("fair", "fair", "average", "unknown"),
    "c": ("good", "fair", "fair", "average", "poor"),
}


def by_hand() -> Result:
    """A county's round as its rules might be; what comes of it is worked out below, on paper."""
    rules = RoundRules(
        id="r",
        title=Text("r"),
        use=(
            Use(checklist="t.own", by=Purpose.SELF, weight=Decimal(1)),
            Use(checklist="t.own", by=Purpose.CHECK, weight=Decimal("1.5")),
            Use(checklist="t.peer", by=Purpose.PEER, weight=Decimal("2.5")),
        ),
        secrecy=Secrecy.NAMED,
        min_raters=3,
        rule=Rule.VOTES,
        colleagues="groups",
        group=GROUPS,
        grade=GRADES,
        rounding={"places": 2},
    )
    raters = [
        rated(f"{group}{at}", PEER, Purpose.PEER, {each.id: Answer(choice=vote) for each in PEER.criteria()}, group)
        for group, own in VOTES.items()
        for at, vote in enumerate(own)
    ]
    mine = {
        "o.share": Answer(done=Decimal(5), planned=Decimal(7)),
        "o.yes": Answer(yes=True),
        "o.more": Answer(number=Decimal(3)),
        "o.less": Answer(number=Decimal(2)),
    }
    seen = {
        **mine,
        "o.share": Answer(na=True),
        "o.more": Answer(number=Decimal(4)),
        "o.less": Answer(number=Decimal(8)),
    }
    checks = [rated("c", OWN, Purpose.CHECK, seen)]
    return result_of(rules, rated("s", OWN, Purpose.SELF, mine), checks, raters)


def test_a_county_s_sheet_worked_out_on_paper(recompute: Any) -> None:
    """The program and the script both come to what was worked out by hand.

    Oneself: 13 × 5/7 + 7 = 114/7 of 20, + 3 × 1.5 − 2 × 0.7 = 1357/70. Seen by others: 7 of 7 is 20 of 20 (the share
    is not applicable), + 6, at most 5, − 5.6, at most 4: 21. Colleagues, of 30 points: (100 + 100 + 80) ÷ 3 is 28; of
    four the one who does not know is left out, (80 + 80 + 60) ÷ 3 is 22; (100 + 80 + 80 + 60 + 35) ÷ 5 is 21.3;
    (30 × 28 + 22.5 × 22 + 40 × 21.3) ÷ 92.5 = 4374/185. (1357/70 + 1.5 × 21 + 2.5 × 4374/185) ÷ 5 = 21.9987…, so
    22.00, from 15 on a pass. Criterion a: (30 × 98/15 + 22.5 × 77/15 + 40 × 4.97) ÷ 92.5 = 5.5167…, so 5.52.
    """
    found = by_hand()
    told = {what: (printed, out) for what, printed, out in again(recompute, found)}
    colleagues = Fraction(4374, 185)
    total = (Fraction(1357, 70) + Fraction(3, 2) * 21 + Fraction(5, 2) * colleagues) / 5
    assert told["self t.own|1"] == (Fraction(1357, 70),) * 2
    assert told["check t.own|1"] == (21, 21)
    assert told["peer t.peer|1"] == (colleagues, colleagues)
    assert told["p.a"] == (Fraction("5.52"), Fraction("5.52"))
    assert found.exact == total
    assert told["total"] == (22, 22)
    assert str(found.total) == "22.00"
    assert told["grade"][0] == told["grade"][1] is not None
    assert found.grade == Text("pass")


def test_a_digit_that_was_changed_is_found(recompute: Any) -> None:
    found = next(each for each in map(random_result, map(random.Random, range(50))) if each.total is not None)
    sheet = sheet_json(found)
    sheet["total"] += 0.1
    assert any(printed != out for what, printed, out in recompute(sheet) if what == "total")


def test_what_a_plugin_summed_up_is_said_to_be_unchecked_and_enters_as_it_is_told(recompute: Any) -> None:
    found = by_hand()
    sheet = json.loads(json.dumps(sheet_json(found)))
    for checklist in sheet["checklists"].values():
        checklist["scorer"] = "yunxi.weighted"
    told = {what: (printed, out) for what, printed, out in recompute(sheet)}
    unchecked = {what for what in told if "yunxi.weighted" in what}
    assert {what.split("|")[0] for what in unchecked} == {"self t.own", "check t.own", "peer t.peer"}
    assert all(told[what][1] is None for what in unchecked)
    assert told["total"] == (22, 22)
    assert told["p.a"] == (Fraction("5.52"), Fraction("5.52")), "what each criterion got needs no scorer"


def test_it_is_short_and_runs_without_the_program(tmp_path: Path) -> None:
    assert len(SCRIPT.read_text("utf-8").splitlines()) < 100
    found = next(
        each
        for each in map(random_result, map(random.Random, range(50)))
        if each.total is not None and any(row.withheld is not None for row in each.criteria)
    )
    path = tmp_path / "sheet.json"
    path.write_text(json.dumps({"results": [sheet_json(found)]}), "utf-8")
    ran = subprocess.run(
        [sys.executable, "-I", "-S", str(SCRIPT), str(path)], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "= total" in ran.stdout
    hidden = {f"· {row.criterion} None None" for row in found.criteria if row.withheld is not None}
    assert hidden <= set(ran.stdout.splitlines())
    assert not any(line.startswith("= ") and line.endswith(" None None") for line in ran.stdout.splitlines())
    path.write_text(json.dumps({"results": [{**sheet_json(found), "total": 1}]}), "utf-8")
    assert subprocess.run([sys.executable, str(SCRIPT), str(path)], capture_output=True, check=False).returncode == 1


def test_by_votes_no_withheld_criterion_can_be_worked_out_from_the_total() -> None:
    """The total is the sum of its criteria's figures: one that is withheld alone would follow from the rest."""
    chance = random.Random(4)
    looked = 0
    for _round in range(400):
        found = random_result(chance)
        if found.rule is not Rule.VOTES or found.secrecy is not Secrecy.CONFIDENTIAL or found.total is None:
            continue
        rows = [row for row in found.criteria if row.checklist == PEER.name]
        hidden = [row for row in rows if row.withheld is not None]
        looked += bool(hidden)
        assert len(hidden) != 1
        assert all(row.worked is None and row.unknown is None and row.exact is None for row in hidden)
        assert all(
            worked is None
            for row in rows
            for worked, score in zip(row.group_worked, row.groups, strict=False)
            if score is None
        )
    assert looked > 10


def test_what_is_left_out_of_a_trimmed_figure_stands_nowhere() -> None:
    """Neither a figure by another rule nor the sum of all is on the sheet: their difference would tell two votes."""
    chance = random.Random(5)
    for _round in range(300):
        found = random_result(chance)
        if found.rule not in (Rule.TRIMMED, Rule.MEDIAN):
            continue
        for row in found.criteria:
            if row.worked is not None and row.worked.applied is Rule.TRIMMED:
                assert row.worked.counted == row.worked.valid - 2
            for worked in (row.worked, *row.group_worked):
                assert worked is None or worked.applied in (found.rule, Rule.MEAN)
                assert worked is None or worked.applied is found.rule or worked.valid < 5


def test_what_a_plugin_counted_comes_out_and_is_explained_with_the_plugin_and_its_version(recompute: Any) -> None:
    chance = random.Random(20261130)
    pinned = PinnedRule(name="linshan.middle_half", title=Text({"zh": "中间一半"}), plugin="linshan", version="1.0")
    checked = 0
    with running(linshan()):
        counted = CountedByPlugin(pinned, {})
        for _round in range(40):
            found = random_result(chance, counted)
            for what, printed, comes_out in again(recompute, found):
                if comes_out is not None:
                    assert printed == comes_out, what
                    checked += 1
            told = [sentence for each in explained(found, None, "zh") for sentence in each.sentences]
            assert "同事评分：中间一半（插件 linshan 1.0 的规则）：每项由它算出，再按考评表相加" in told
    assert checked > 200
