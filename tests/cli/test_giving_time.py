"""``cadre round extend`` and ``cadre round reopen``."""

from pathlib import Path

from cadre_tui.model.people.person import Role
from cadre_tui.services.county import address, open_county
from cadre_tui.services.people import accounts, roles
from tests.cli.commands import Commands, refused
from tests.cli.test_whole_round import opened, respond, response

__all__ = ["opened"]
WHY = ("--reason", "下乡")


def test_one_person_is_given_more_time(opened: Commands) -> None:
    told = opened.by("zzb", "round", "extend", "2026-h2", "--person", "q1", "--until", "2099-12-20", *WHY)
    assert "purpose" in refused(told, 2)
    own = ("--purpose", "self")
    told = opened.by("zzb", "round", "extend", "2026-h2", "--person", "q1", *own, "--until", "2099-12-20", *WHY)
    assert "2099-12-20 23:59 +08:00" in told.out
    told = opened.by("zzb", "round", "extend", "2026-h2", "--person", "q1", *own, "--until", "soon", *WHY)
    assert "soon" in refused(told, 2)
    told = opened.by("q1", "round", "extend", "2026-h2", "--person", "q1", *own, "--until", "2099-12-21", *WHY)
    refused(told, 3)


def test_what_was_handed_in_is_given_back_and_handed_in_again(opened: Commands) -> None:
    good: Path = response(opened, "good")
    assert respond(opened, "q1", "q1", good).code == 0
    assert "已经提交" in refused(respond(opened, "q1", "q1", good), 2)
    told = opened.by("zzb", "round", "reopen", "2026-h2", "--person", "q1", "--purpose", "self", *WHY, "--json")
    assert told.json == {"round": "2026-h2", "person": "q1", "purpose": "self", "reopened": 1, "until": None}
    assert respond(opened, "q1", "q1", good).code == 0
    told = opened.by("zzb", "round", "reopen", "2026-h2", "--person", "q2", "--purpose", "self", *WHY)
    assert "q2" in refused(told, 2)


def test_a_clerk_types_a_paper_form_for_somebody_of_the_unit(opened: Commands) -> None:
    county = open_county(address(opened.folder / "data"))
    organiser = accounts.sign_in_with_token(county, opened.tokens["zzb"])
    roles.grant(accounts.act_as(organiser, Role.ORGANISER), "q1", Role.CLERK, ["城关镇"])
    good = response(opened, "good")
    told = opened.by("q1", "respond", "--round", "2026-h2", "--rater", "q2", "--subject", "q3", good, "--json").json
    assert (told["rater"], told["entered_by"], told["state"]) == ("q2", "q1", "submitted")
    told = opened.by("q3", "respond", "--round", "2026-h2", "--rater", "q2", "--subject", "q4", good)
    assert "身份" in refused(told, 3)
