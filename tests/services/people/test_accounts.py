"""Who somebody is: proved by a password, a code that is used once, or a token that ends; never written down."""

from datetime import timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher

from cadre_tui.model.fault import BadInput, StoreFailure
from cadre_tui.model.people.person import Role
from cadre_tui.services.county import address, is_made, open_county
from cadre_tui.services.people import accounts, roster
from cadre_tui.store import keys
from cadre_tui.store.envelope import unpacked
from tests.refusing import forbidden
from tests.services.small import ORGANISER, PASSWORD, PEOPLE, Small, write_roster


def test_a_county_is_made_once_and_its_organiser_stays(small: Small) -> None:
    with forbidden("county-exists", BadInput):
        accounts.first_organiser(small.county, "intruder", "甲", "another one")
    with forbidden("sign-in-failed"):
        accounts.sign_in(small.county, "intruder", "another one")
    with forbidden("county-exists", BadInput):
        accounts.first_organiser(small.county, ORGANISER, "甲", "another one")
    assert accounts.sign_in(small.county, ORGANISER, PASSWORD).role is Role.ORGANISER


def test_a_making_that_was_interrupted_can_be_done_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    county = open_county(address(tmp_path / "data"), quick_passwords=True)
    county.store.make()
    county.store.change(keys.account("zzb"), lambda found: {"person": "zzb", "roles": ["organiser"]})
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    assert accounts.sign_in(county, "zzb", PASSWORD).role is Role.ORGANISER


def test_one_signs_in_by_id_or_by_a_name_that_is_ones_own_alone(small: Small) -> None:
    assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"
    assert accounts.sign_in(small.county, " 安一 ", PASSWORD).person == "a1"
    assert accounts.sign_in(small.county, "组织部", PASSWORD).person == ORGANISER
    doubled = (*PEOPLE, ("c1", "安一", "丙单位", "enterprise"))
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "new.csv", doubled))
    with forbidden("sign-in-failed"):
        accounts.sign_in(small.county, "安一", PASSWORD)
    assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"


@pytest.mark.parametrize(
    "who", ["a1", "安一", "nobody", "", " ", "a1\0", "../accounts/a1", "甲" * 500, "\udcff", "a1/"]
)
def test_a_failed_sign_in_never_says_which_part_was_wrong(small: Small, who: str) -> None:
    with forbidden("sign-in-failed") as told:
        accounts.sign_in(small.county, who, "wrong \udcff password")
    assert told.value.values == {}


@pytest.mark.usefixtures("in_earnest")
def test_a_password_of_real_counties_is_an_argon2id_hash_and_stands_nowhere(tmp_path: Path) -> None:
    county = open_county(address(tmp_path / "data"))
    accounts.first_organiser(county, "zzb", "组织部", "秘密 marker-4711")
    organiser = accounts.sign_in(county, "zzb", "秘密 marker-4711")
    roster.import_roster(organiser, write_roster(tmp_path / "r.csv"))
    code = accounts.issue_activation_codes(organiser, ["a1"])["a1"]
    cadre = accounts.activate(county, "a1", code, "秘密 marker-4712")
    token = accounts.issue_token(cadre)
    files = [each for each in (tmp_path / "data").rglob("*.json*") if each.is_file()]
    present, stored = (
        "".join(str(unpacked(each.read_bytes())["tables"]) for each in files if each.suffix in endings)
        for endings in ((".json",), (".json", ".former"))
    )
    assert present.count("$argon2id$v=19$m=65536,t=3,p=4$") == 2
    for secret in ("marker-4711", "marker-4712", code, code.replace("-", ""), token, token.rpartition(":")[2]):
        assert secret not in stored


def test_nobody_is_given_a_password_in_a_real_county(tmp_path: Path) -> None:
    county = open_county(address(tmp_path / "data"))
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    with forbidden("role-may-not"):
        accounts.set_password(accounts.sign_in(county, "zzb", PASSWORD), "zzb", "known to all")


def test_a_short_password_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    county = open_county(address(tmp_path / "data"))
    with forbidden("password-too-short", BadInput):
        accounts.first_organiser(county, "zzb", "组织部", "1234567")
    assert not (tmp_path / "data").exists()


def test_a_password_is_the_same_in_full_and_in_half_width(small: Small) -> None:
    cadre = small.signed_in("a1")
    accounts.change_password(cadre, PASSWORD, "Ａｂｃ１２３４５")
    assert accounts.sign_in(small.county, "a1", "Abc12345").person == "a1"


def test_an_activation_code_is_used_once(small: Small) -> None:
    code = accounts.issue_activation_codes(small.organiser, ["a1"])["a1"]
    assert accounts.needs_activation(small.county, "a1")
    typed = f" {code.lower().replace('-', ' ')}。"
    assert accounts.activate(small.county, "安一", typed, "chosen one").person == "a1"
    assert not accounts.needs_activation(small.county, "a1")
    with forbidden("activation-failed"):
        accounts.activate(small.county, "a1", code, "another one")
    assert accounts.sign_in(small.county, "a1", "chosen one").person == "a1"


def test_an_activation_code_typed_in_full_width_is_understood(small: Small) -> None:
    code = accounts.issue_activation_codes(small.organiser, ["a1"])["a1"]
    wide = "".join(chr(ord(each) + 0xFEE0) for each in code)
    assert accounts.activate(small.county, "a1", wide, "chosen one").person == "a1"


def test_a_code_opens_only_the_account_that_it_was_made_for(small: Small) -> None:
    codes = accounts.issue_activation_codes(small.organiser, ["a1", "a2"])
    for who, code in (("a2", codes["a1"]), ("a1", ""), ("a1", codes["a1"][:-1]), ("nobody", codes["a1"]), ("a3", "")):
        with forbidden("activation-failed"):
            accounts.activate(small.county, who, code, "chosen one")


def test_codes_are_for_those_who_never_signed_in_unless_somebody_is_named(small: Small) -> None:
    assert accounts.issue_activation_codes(small.organiser) == {}
    more = (*PEOPLE, ("c1", "陈一", "丙单位", "enterprise"))
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "new.csv", more))
    codes = accounts.issue_activation_codes(small.organiser)
    assert list(codes) == ["c1"]
    letters = codes["c1"].replace("-", "")
    assert len(letters) == 16
    assert not set(letters) & set("01OIL")
    with forbidden("person-unknown", BadInput):
        accounts.issue_activation_codes(small.organiser, ["c1", "nobody"])
    assert accounts.activate(small.county, "c1", codes["c1"], "chosen one"), "a refused call renewed nothing"


def test_a_new_code_ends_the_old_password_and_every_token(small: Small) -> None:
    token = accounts.issue_token(small.signed_in("a1"))
    accounts.issue_activation_codes(small.organiser, ["a1"])
    with forbidden("sign-in-failed"):
        small.signed_in("a1")
    with forbidden("token-failed"):
        accounts.sign_in_with_token(small.county, token)


def test_nothing_tells_whether_a_person_is_known(small: Small) -> None:
    assert not accounts.needs_activation(small.county, "nobody")
    assert not accounts.needs_activation(small.county, "")


def test_a_token_stands_for_its_person_until_it_ends(small: Small) -> None:
    token = accounts.issue_token(small.signed_in("a1"))
    other = accounts.issue_token(small.signed_in("a1"))
    assert accounts.sign_in_with_token(small.county, token).person == "a1"
    assert accounts.sign_in_with_token(small.county, other).person == "a1"
    secret = token.rpartition(":")[2]
    for wrong in ("", "a1:", secret, f"a2:{secret}", token[:-1], f"{ORGANISER}:{secret}", "\udcff:x", ":"):
        with forbidden("token-failed"):
            accounts.sign_in_with_token(small.county, wrong)
    small.clock.now += accounts.TOKEN_LIFE - timedelta(seconds=1)
    assert accounts.sign_in_with_token(small.county, token).person == "a1"
    small.clock.now += timedelta(seconds=1)
    with forbidden("token-failed"):
        accounts.sign_in_with_token(small.county, token)


def test_tokens_end_with_the_password(small: Small) -> None:
    cadre = small.signed_in("a1")
    token = accounts.issue_token(cadre)
    with forbidden("password-not-right"):
        accounts.change_password(cadre, "wrong", "another one")
    accounts.change_password(cadre, PASSWORD, "another one")
    with forbidden("token-failed"):
        accounts.sign_in_with_token(small.county, token)
    with forbidden("sign-in-failed"):
        small.signed_in("a1")


def test_who_left_the_roster_no_longer_enters(small: Small) -> None:
    token = accounts.issue_token(small.signed_in("a1"))
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "new.csv", PEOPLE[1:]))
    with forbidden("no-longer-here"):
        small.signed_in("a1")
    with forbidden("no-longer-here"):
        accounts.sign_in_with_token(small.county, token)


def test_an_organiser_in_the_roster_has_both_roles_and_a_cadre_one(small: Small) -> None:
    more = (*PEOPLE, (ORGANISER, "组织部长", "甲单位", "township-bureau"))
    roster.import_roster(small.organiser, write_roster(small.folder.parent / "new.csv", more))
    accounts.set_password(small.organiser, ORGANISER, PASSWORD)
    both = small.signed_in(ORGANISER)
    assert accounts.roles(both) == (Role.CADRE, Role.ORGANISER)
    assert both.role is Role.CADRE
    assert accounts.act_as(both, Role.ORGANISER).role is Role.ORGANISER
    cadre = small.signed_in("a1")
    assert accounts.roles(cadre) == (Role.CADRE,)
    with forbidden("role-not-yours"):
        accounts.act_as(cadre, Role.ORGANISER)


def test_a_later_versions_fields_in_an_account_survive(small: Small) -> None:
    small.county.store.change(keys.account("a1"), lambda found: {**(found or {}), "locked_until": "later"})
    code = accounts.issue_activation_codes(small.organiser, ["a1"])["a1"]
    cadre = accounts.activate(small.county, "a1", code, "chosen one")
    accounts.issue_token(cadre)
    accounts.change_password(cadre, "chosen one", "another one")
    document = small.county.store.read(keys.account("a1"))
    assert document is not None
    assert document["locked_until"] == "later"


def test_a_slip_that_was_handed_out_stays_good_when_codes_are_issued_again(small: Small) -> None:
    (code,) = accounts.issue_activation_codes(small.organiser, ["a1"]).values()
    assert "a1" not in accounts.issue_activation_codes(small.organiser)
    assert accounts.activate(small.county, "a1", code, PASSWORD).person == "a1"


def test_nobody_locks_themself_out_with_a_code(small: Small) -> None:
    with pytest.raises(BadInput) as told:
        accounts.issue_activation_codes(small.organiser, [small.organiser.person])
    assert told.value.code == "code-for-oneself"
    assert small.again().organiser.person == small.organiser.person


def test_what_is_left_of_a_county_is_nobodys_to_take(small: Small) -> None:
    (small.folder / "county.json").unlink()
    for taking in (
        lambda: accounts.first_organiser(small.county, "evil", "某人", PASSWORD),
        lambda: is_made(small.county),
    ):
        with pytest.raises(StoreFailure) as told:
            taking()
        assert told.value.code == "county-incomplete"


@pytest.mark.usefixtures("in_earnest")
def test_a_hash_of_earlier_parameters_is_made_anew_when_its_owner_signs_in(tmp_path: Path) -> None:
    county = open_county(address(tmp_path / "data"))
    accounts.first_organiser(county, "zzb", "组织部", PASSWORD)
    weaker = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1).hash(PASSWORD.encode())
    county.store.change(keys.account("zzb"), lambda found: {**(found or {}), "password": weaker, "other": 1})
    begun = accounts.sign_in(county, "zzb", PASSWORD)
    account = county.store.read(keys.account("zzb")) or {}
    assert account["password"].startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert account["other"] == 1
    assert accounts.sign_in(county, "zzb", PASSWORD).epoch == begun.epoch
    with forbidden("sign-in-failed"):
        accounts.sign_in(county, "zzb", "another-password")
