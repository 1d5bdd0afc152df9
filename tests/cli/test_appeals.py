"""``cadre appeal``: from the appeal to the answer, with the correction that keeps the original."""

import pytest

from cadre_tui.model.people.person import Role
from cadre_tui.services.county import open_county
from cadre_tui.services.people import accounts, roles
from tests.cli.commands import PASSWORD, ROUND, Commands, refused
from tests.cli.test_whole_round import PEOPLE, respond, response

CORRECT = ("zzb", "appeal", "correct", "2026-h2")
ABOUT = "core.mutual/plan.overall"


@pytest.fixture
def published(peopled: Commands) -> Commands:
    """q1 gave oneself a fair mark everywhere; a second organiser can answer."""
    peopled.activate_all()
    text = ROUND.replace("min_raters = 3\n", 'min_raters = 3\nappeal_days = 5\ncommendations = "signed"\n')
    assert peopled.by("zzb", "round", "new", peopled.file("round.toml", text)).code == 0
    assert peopled.by("zzb", "round", "open", "2026-h2").code == 0
    good, fair = response(peopled, "good"), response(peopled, "fair")
    for rater in PEOPLE:
        for subject in PEOPLE:
            assert respond(peopled, rater, subject, fair if subject == "q1" else good).code == 0
    assert peopled.by("zzb", "round", "close", "2026-h2", "--leave-out", "到期未交").code == 0
    assert peopled.by("zzb", "round", "publish", "2026-h2").code == 0
    return peopled


def total(county: Commands) -> float:
    (found,) = county.by("q1", "results", "2026-h2", "--json").json["results"]
    number = found["total"]
    assert isinstance(number, float)
    return number


def new(county: Commands) -> str:
    told = county.by("q1", "appeal", "new", "2026-h2", "--text", "自评点错了", "--criterion", ABOUT, "--json")
    assert told.code == 0, told
    return str(told.json["receipt"])


def test_an_appeal_goes_from_its_receipt_to_the_answer_of_a_second_person(published: Commands) -> None:
    receipt = new(published)
    before = total(published)
    waiting = published.by("zzb", "appeal", "list", "2026-h2").out
    assert "[等待受理]" in waiting
    assert "自评点错了" in waiting
    assert "提出人：张建国" in waiting
    right = (
        "--criterion",
        "plan.overall",
        "--answer",
        '{"choice": "good", "reason": "有事例", "evidence": ["台账"]}',
    )
    assert "还没有人受理" in refused(published.by("zzb", "appeal", "correct", "2026-h2", receipt, *right), 2)
    second(published)
    assert published.by("q2", "appeal", "take", "2026-h2", receipt, "--text", "核对了本人台账").code == 0
    assert "原件保留" in published.by("zzb", "appeal", "correct", "2026-h2", receipt, *right).out
    assert total(published) > before
    answer = ("--verdict", "upheld", "--text", "更正为好")
    told = published.by("q2", "appeal", "answer", "2026-h2", receipt, *answer)
    assert "不能自己更正或答复" in refused(told, 3)
    told = published.by("zzb", "appeal", "answer", "2026-h2", receipt, *answer)
    assert receipt in told.out
    own = published.by("q1", "appeal", "list", "2026-h2").out
    assert "[成立]" in own
    assert "原来 较好" in own
    assert "改为 好" in own
    assert "受理人：李敏" in own
    english = published.by("q1", "--lang", "en", "appeal", "list", "2026-h2").out
    assert "[upheld]" in english
    assert "was Fairly good" in english


def second(county: Commands) -> None:
    """q2 becomes a supervisor."""
    held = open_county(f"tinydb://{county.folder / 'data'}")
    organiser = accounts.act_as(accounts.sign_in(held, "zzb", PASSWORD), Role.ORGANISER)
    roles.grant(organiser, "q2", Role.SUPERVISOR)


def test_everybody_sees_their_own_appeals_alone(published: Commands) -> None:
    receipt = new(published)
    assert [
        each["receipt"] for each in published.by("q1", "appeal", "list", "2026-h2", "--json").json["appeals"]
    ] == [receipt]
    assert published.by("q2", "appeal", "list", "2026-h2").out == "没有异议。\n"
    refused(published.by("q2", "appeal", "take", "2026-h2", receipt, "--text", "看看"), 3)
    second(published)
    assert receipt in published.by("q2", "appeal", "list", "2026-h2").out
    assert receipt not in published.by("q2", "appeal", "list", "2026-h2", "--own").out


def test_what_is_written_wrongly_is_refused_with_what_to_write(published: Commands) -> None:
    receipt = new(published)
    told = published.by("q1", "appeal", "new", "2026-h2", "--text", "不对", "--criterion", "plan.overall")
    assert "core.mutual/plan.overall" in refused(told, 2)
    told = published.by(*CORRECT, receipt, "--criterion", "plan.overall", "--answer", "3")
    assert '{"choice": "good"}' in refused(told, 2)
    told = published.by(*CORRECT, receipt, "--criterion", "plan.overall", "--answer", "{")
    assert "--answer" in refused(told, 2)
    told = published.by("zzb", "appeal", "take", "2026-h2", "AAAA-AAAA", "--text", "查")
    assert "AAAA-AAAA" in refused(told, 2)
