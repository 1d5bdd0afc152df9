"""A session ends: twelve hours after its person proved who they are, with its token, or with the password."""

from datetime import timedelta

import pytest

from cadre_tui.model.answers.answer import Answer
from cadre_tui.model.fault import BadInput, NotPermitted
from cadre_tui.model.people.person import Role
from cadre_tui.services.filling import paper, responses, tasks
from cadre_tui.services.people import accounts, roles
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.rounds import life
from cadre_tui.services.session import Session
from cadre_tui.store import keys
from tests.refusing import forbidden
from tests.services.small import DAY, PASSWORD, Small, rules

HOUR = timedelta(hours=1)


class Stopwatch:
    """Seconds, moved by hand."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now

    def later(self, time: timedelta) -> None:
        self.now += time.total_seconds()


@pytest.fixture
def watch(small: Small) -> Stopwatch:
    found = small.county.stopwatch = Stopwatch()
    return found


def test_after_twelve_hours_nothing_is_done_any_more_in_any_role(small: Small, watch: Stopwatch) -> None:
    roles.grant(small.organiser, "a1", Role.ORGANISER)
    roles.grant(small.organiser, "a1", Role.CLERK, ["甲单位"])
    small.opened(rules())
    session = small.signed_in("a1")
    organiser, clerk = (accounts.act_as(session, each) for each in (Role.ORGANISER, Role.CLERK))
    typing = paper.begin(clerk, "r1", "a2")
    watch.later(12 * HOUR - timedelta(seconds=1))
    for each in (session, organiser, clerk):
        accounts.roles(each)
    watch.later(timedelta(seconds=1))
    for each in (session, organiser, clerk, typing):
        for act in Act:
            with forbidden("session-over"):
                permit(each, act, of="a1", unit="甲单位")
    with forbidden("session-over"):
        accounts.act_as(session, Role.CLERK)
    with forbidden("session-over"):
        tasks.todo(typing, "r1", rules().use[0].by)
    with forbidden("session-over"):
        life.close_round(organiser, "r1")
    with forbidden("session-over"):
        accounts.issue_token(session)
    with forbidden("session-over"):
        accounts.change_password(session, PASSWORD, "another one")


def test_no_clock_that_somebody_sets_lengthens_or_ends_it(small: Small, watch: Stopwatch) -> None:
    session = small.signed_in("a1")
    small.clock.now += 40 * DAY
    assert accounts.roles(session)
    small.clock.now -= 80 * DAY
    watch.later(12 * HOUR)
    with forbidden("session-over"):
        accounts.roles(session)


def test_the_same_persons_password_lets_it_go_on_with_all_that_hangs_on_it(small: Small, watch: Stopwatch) -> None:
    roles.grant(small.organiser, "a1", Role.CLERK, ["甲单位"])
    session = small.signed_in("a1")
    clerk = accounts.act_as(session, Role.CLERK)
    watch.later(13 * HOUR)
    with pytest.raises(NotPermitted):
        accounts.prove_again(small.county, session, "wrong")
    with forbidden("session-over"):
        accounts.roles(clerk)
    accounts.prove_again(small.county, session, PASSWORD)
    for _each in range(2):
        assert accounts.roles(session) == accounts.roles(clerk) == (Role.CADRE, Role.CLERK)
        watch.later(6 * HOUR)
    with forbidden("session-over"):
        accounts.roles(clerk)


def test_what_was_taken_meanwhile_does_not_come_back_with_the_password(small: Small, watch: Stopwatch) -> None:
    roles.grant(small.organiser, "a1", Role.SUPERVISOR)
    supervisor = accounts.act_as(small.signed_in("a1"), Role.SUPERVISOR)
    watch.later(13 * HOUR)
    roles.revoke(sign_in_again(small), "a1", Role.SUPERVISOR)
    now = accounts.prove_again(small.county, supervisor, PASSWORD)
    with pytest.raises(NotPermitted):
        accounts.roles(supervisor)
    assert accounts.roles(now) == (Role.CADRE,)


def test_a_tokens_session_ends_with_the_token_however_late_it_was_begun(small: Small, watch: Stopwatch) -> None:
    token = accounts.issue_token(small.signed_in("a1"))
    small.clock.now += 11 * HOUR
    session = accounts.sign_in_with_token(small.county, token)
    watch.later(HOUR - timedelta(seconds=1))
    assert accounts.roles(session)
    watch.later(timedelta(seconds=1))
    with forbidden("session-over"):
        accounts.roles(session)


def test_a_clock_set_back_makes_no_token_last_longer(small: Small, watch: Stopwatch) -> None:
    token = accounts.issue_token(small.signed_in("a1"))
    small.clock.now -= timedelta(minutes=2)
    session = accounts.sign_in_with_token(small.county, token)
    watch.later(12 * HOUR)
    with forbidden("session-over"):
        accounts.roles(session)
    small.clock.now -= 30 * DAY
    with forbidden("token-failed"):
        accounts.sign_in_with_token(small.county, token)


def test_a_new_password_ends_whatever_was_begun_with_the_old_one(small: Small) -> None:
    somewhere_else, here = small.signed_in("a1"), small.signed_in("a1")
    accounts.change_password(here, PASSWORD, "another one")
    for each in (somewhere_else, here):
        with forbidden("session-ended"):
            accounts.roles(each)
    assert accounts.roles(accounts.sign_in(small.county, "a1", "another one"))


def test_what_was_answered_before_the_end_is_there_after_it(small: Small, watch: Stopwatch) -> None:
    small.opened(rules())
    session = small.signed_in("a1")
    task = tasks.todo(session, "r1", rules().use[2].by).tasks[0]
    answers = {"pair.one": Answer(choice="good")}
    responses.save(session, task, answers)
    watch.later(12 * HOUR)
    with forbidden("session-over"):
        responses.save(session, task, {"pair.one": Answer(choice="nil")})
    accounts.prove_again(small.county, session, PASSWORD)
    assert responses.open_form(session, task).response.answers["pair.one"].choice == "good"


def sign_in_again(small: Small) -> Session:
    return accounts.act_as(small.signed_in("zzb"), Role.ORGANISER)


def test_who_chose_a_new_password_goes_on_in_the_same_role(small: Small) -> None:
    roles.grant(small.organiser, "a1", Role.CLERK, ["甲单位"])
    clerk = accounts.act_as(small.signed_in("a1"), Role.CLERK)
    after = accounts.change_password(clerk, PASSWORD, "another one")
    assert (after.person, after.role, after.units) == ("a1", Role.CLERK, clerk.units)
    assert accounts.roles(after)


def test_the_old_password_is_no_new_one_and_who_has_none_is_told_so(small: Small) -> None:
    session = small.signed_in("a1")
    with forbidden("password-same", BadInput):
        accounts.change_password(session, PASSWORD, PASSWORD)
    assert accounts.roles(session), "nothing has ended"
    small.county.store.change(keys.account("a1"), lambda found: {**(found or {}), "password": ""})
    with forbidden("password-none"):
        accounts.change_password(session, "", "another one")


def test_an_account_that_was_changed_meanwhile_keeps_what_it_was_given(
    small: Small, monkeypatch: pytest.MonkeyPatch
) -> None:
    session = small.signed_in("a1")

    def proved_while_a_code_is_issued(*_about: object) -> None:
        accounts.issue_activation_codes(small.organiser, ["a1"])

    monkeypatch.setattr("cadre_tui.services.people.lockout.prove", proved_while_a_code_is_issued)
    with forbidden("session-ended"):
        accounts.change_password(session, PASSWORD, "another one")
    assert accounts.needs_activation(small.county, "a1")
