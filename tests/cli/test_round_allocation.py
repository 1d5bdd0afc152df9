"""Who rates whom by the command line: dealt out, listed, changed, looked up; the seed when it is time."""

from collections import Counter

import pytest

from tests.cli.commands import ROSTER, ROUND, Commands, refused

BALANCED = 'colleagues = "balanced"\nreviewers = 2\nmin_raters = 1\nmin_comments = 1\n' + ROUND.replace(
    "min_raters = 3\n", ""
)
LIST = 'colleagues = "list"\n' + ROUND


@pytest.fixture
def balanced(peopled: Commands) -> Commands:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", BALANCED)).code == 0
    return peopled


@pytest.fixture
def listed(peopled: Commands) -> Commands:
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", LIST)).code == 0
    return peopled


def test_it_is_dealt_out_with_its_proof_and_the_round_opens(balanced: Commands) -> None:
    told = balanced.by("zzb", "round", "open", "2026-h2")
    assert told.code == 1
    assert "cadre round allocate" in told.err
    dry = balanced.by("zzb", "round", "allocate", "2026-h2", "--seed", "3", "--dry-run", "--json").json
    assert dry["taken"] is False
    assert Counter(each["subject"] for each in dry["assignments"]) == {"q1": 2, "q2": 2, "q3": 2, "q4": 2}
    assert dry["proof"] == {
        "per_subject": {"min": 2, "max": 2}, "per_rater": {"min": 2, "max": 2},
        "components": 1, "mutual_pairs": dry["proof"]["mutual_pairs"], "holds": True,
    }  # fmt: skip
    assert balanced.by("zzb", "round", "raters", "2026-h2", "--json").json["digest"] is None
    told = balanced.by("zzb", "round", "allocate", "2026-h2", "--seed", "3")
    assert told.code == 0
    assert "城关镇" in told.out
    assert "已经采用" in told.out
    assert balanced.by("zzb", "round", "open", "2026-h2").code == 0
    pairs = {(each["rater"], each["subject"]) for each in dry["assignments"]}
    one = balanced.by("zzb", "round", "raters", "2026-h2", "--subject", "q1", "--json").json
    assert {(each["id"], "q1") for each in one["raters"]} == {pair for pair in pairs if pair[1] == "q1"}
    assert {("q1", each["id"]) for each in one["subjects"]} == {pair for pair in pairs if pair[0] == "q1"}


def test_conflicts_come_from_a_file_and_the_impossible_is_told(balanced: Commands) -> None:
    apart = balanced.file("apart.csv", "评价人,被评人\nq1,q2\nq2,q1\n")
    told = balanced.by("zzb", "round", "allocate", "2026-h2", "--conflicts", apart, "--json").json
    assert not [each for each in told["assignments"] if {each["rater"], each["subject"]} == {"q1", "q2"}]
    too_many = balanced.file("apart.csv", "评价人,被评人\nq1,q2\nq3,q2\n")
    told_ = balanced.by("zzb", "round", "allocate", "2026-h2", "--conflicts", too_many)
    assert "分配不出来" in refused(told_, 1)
    unknown = balanced.file("apart.csv", "评价人,被评人\nq1,q9\n")
    assert "apart.csv" in refused(balanced.by("zzb", "round", "allocate", "2026-h2", "--conflicts", unknown), 2)


def test_the_seed_is_told_to_anybody_after_the_end_and_not_before(balanced: Commands) -> None:
    balanced.activate_all()
    balanced.by("zzb", "round", "allocate", "2026-h2", "--seed", "77")
    balanced.by("zzb", "round", "open", "2026-h2")
    before = balanced.by("q1", "round", "seed", "2026-h2", "--json").json["allocation"]
    assert before["seed"] is None
    for each in (("raters", "2026-h2"), ("status", "2026-h2"), ("raters", "2026-h2", "--json")):
        assert "77" not in balanced.by("zzb", "round", *each).out.replace(before["digest"], "")
    assert balanced.by("zzb", "round", "status", "2026-h2", "--json").json["allocation"] == before
    balanced.by("zzb", "round", "close", "2026-h2", "--leave-out", "不计入", "--yes")
    assert balanced.by("q1", "round", "seed", "2026-h2", "--json").json["allocation"] == {**before, "seed": 77}
    assert "77" in balanced.by("zzb", "round", "status", "2026-h2").out


def test_a_list_is_taken_and_changed_pair_by_pair(listed: Commands) -> None:
    table = listed.file("list.csv", "rater,subject\nq1,q2\nq3,q2\n")
    told = listed.by("zzb", "round", "assign", "2026-h2", "--list", table, "--json").json
    assert {each["id"]: each["raters"] for each in told["people"]} == {"q1": 0, "q2": 2, "q3": 0, "q4": 0}
    told_ = listed.by("zzb", "round", "assign", "2026-h2", "--add", "q4：q2", "--add", "q2:q1", "--remove", "q3:q2")
    assert told_.code == 0
    one = listed.by("zzb", "round", "raters", "2026-h2", "--subject", "q2")
    assert "赵雪梅" in one.out
    assert "王海" not in one.out
    faulty = listed.file("list.csv", "rater,subject\nq1,q1\nq9,q2\n")
    assert "list.csv" in refused(listed.by("zzb", "round", "assign", "2026-h2", "--list", faulty), 2)


@pytest.mark.parametrize(
    "options", [(), ("--add", "q1"), ("--add", "q1:"), ("--list", "x.csv", "--add", "q1:q2"), ("--add", "q1:q1")]
)
def test_a_wrong_use_of_assign_is_told(listed: Commands, options: tuple[str, ...]) -> None:
    table = listed.file("list.csv", "rater,subject\nq1,q2\n")
    listed.by("zzb", "round", "assign", "2026-h2", "--list", table)
    assert refused(listed.by("zzb", "round", "assign", "2026-h2", *options), 2)


def test_what_breaks_the_balance_needs_a_reason(balanced: Commands) -> None:
    pairs = balanced.by("zzb", "round", "allocate", "2026-h2", "--json").json["assignments"]
    pair = f"{pairs[0]['rater']}:{pairs[0]['subject']}"
    told = balanced.by("zzb", "round", "assign", "2026-h2", "--remove", pair)
    assert "理由" in refused(told, 1)
    told = balanced.by("zzb", "round", "assign", "2026-h2", "--remove", pair, "--reason", "亲属")
    assert told.code == 0
    assert "亲属" in told.out
    assert balanced.by("zzb", "round", "open", "2026-h2").code == 0


def test_a_round_under_way_takes_in_whoever_joined(balanced: Commands) -> None:
    balanced.by("zzb", "round", "allocate", "2026-h2")
    balanced.by("zzb", "round", "open", "2026-h2")
    assert "不用重新安排" in refused(balanced.by("zzb", "round", "allocate", "2026-h2"), 2)
    grown = balanced.file("roster.csv", ROSTER.replace("q4,赵雪梅", "q5,陈刚") + "q6,孙丽华,城关镇,乡科级干部,委员\n")
    balanced.by("zzb", "roster", "import", grown, "--yes")
    told = balanced.by("zzb", "round", "allocate", "2026-h2", "--json").json
    assert (told["joined"], told["left"], told["taken"]) == (["q5", "q6"], ["q4"], True)
    people = balanced.by("zzb", "round", "raters", "2026-h2", "--json").json["people"]
    assert {each["id"]: each["raters"] for each in people} == dict.fromkeys(("q1", "q2", "q3", "q5", "q6"), 2)


def test_a_confidential_round_says_what_may_be_seen_here(peopled: Commands) -> None:
    rules = ROUND.replace('"named"', '"confidential"')
    peopled.by("zzb", "round", "new", peopled.file("round.toml", rules))
    told = peopled.by("zzb", "round", "raters", "2026-h2")
    assert "程序不显示给任何人" in told.out
    assert told.out.count("城关镇") == 4
