"""Guessing takes longer the more often it fails, for names that nobody has as well; nobody waits for ever."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from cadre_tui.model.fault import NotPermitted
from cadre_tui.services.county import County
from cadre_tui.services.people import accounts, lockout, sign_in
from cadre_tui.services.people.passwords import digest_of
from cadre_tui.store import keys
from cadre_tui.words import refusals
from tests.services import small as small_county
from tests.services.small import ORGANISER, PASSWORD, START, Small

SECOND = timedelta(seconds=1)


@contextmanager
def refused(code: str) -> Iterator[NotPermitted]:
    with pytest.raises(NotPermitted) as told:
        yield told  # type: ignore[misc]
    assert told.value.code == code


def fail(county: County, who: str = "a1", times: int = 1) -> None:
    for _each in range(times):
        with refused("sign-in-failed"):
            accounts.sign_in(county, who, "wrong")


def wait_of(county: County, who: str = "a1", password: str = "wrong") -> timedelta:
    """How long one is told to wait, nothing where one may try (and does)."""
    try:
        accounts.sign_in(county, who, password)
    except NotPermitted as told:
        return told.values.get("wait", timedelta(0))
    return timedelta(0)


@pytest.mark.parametrize("who", ["a1", "安一", "nobody", ""])
def test_after_five_failures_one_waits_each_time_twice_as_long(small: Small, who: str) -> None:
    fail(small.county, who, 5)
    for seconds in (30, 60, 120, 240, 480, 960, 1920, 3600, 3600):
        assert wait_of(small.county, who) == timedelta(seconds=seconds)
        small.clock.now += timedelta(seconds=seconds) - SECOND
        assert wait_of(small.county, who, PASSWORD) == SECOND, "also for who has the right password"
        small.clock.now += SECOND
        fail(small.county, who)


def test_the_wait_is_told_in_words_and_the_name_is_not(small: Small) -> None:
    fail(small.county, times=5)
    with pytest.raises(NotPermitted) as told:
        accounts.sign_in(small.county, "a1", PASSWORD)
    assert "请等 30 秒再试" in refusals.sentence(told.value)
    assert set(told.value.values) == {"wait"}


def test_trying_while_one_waits_does_not_make_it_longer(small: Small) -> None:
    fail(small.county, times=5)
    for _each in range(40):
        wait_of(small.county)
    small.clock.now += timedelta(seconds=30)
    assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"


def test_a_success_makes_all_failures_forgotten_and_four_are_free(small: Small) -> None:
    for _round in range(3):
        fail(small.county, times=4)
        assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"


def test_one_who_waits_keeps_nobody_else_waiting(small: Small) -> None:
    fail(small.county, times=5)
    assert accounts.sign_in(small.county, "a2", PASSWORD).person == "a2"


def test_codes_and_the_own_old_password_are_counted_with_the_rest(small: Small) -> None:
    cadre = small.signed_in("a1")
    code = accounts.issue_activation_codes(small.organiser, ["a2"])["a2"]
    for _each in range(5):
        with refused("password-not-right"):
            accounts.change_password(cadre, "wrong", "another one")
        with refused("activation-failed"):
            accounts.activate(small.county, "a2", "WRONG", "another one")
    with refused("too-many-tries"):
        accounts.change_password(cadre, PASSWORD, "another one")
    with refused("too-many-tries"):
        accounts.activate(small.county, "a2", code, "another one")
    with refused("too-many-tries"):
        small.signed_in("a1")


def test_a_clock_that_is_set_back_keeps_nobody_out_longer_than_the_rule(small: Small) -> None:
    fail(small.county, times=5)
    small.clock.now -= timedelta(days=400)
    assert wait_of(small.county) == timedelta(seconds=30)
    small.clock.now += timedelta(seconds=30)
    assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"


def test_failures_of_the_day_before_count_no_more(small: Small) -> None:
    fail(small.county, times=4)
    small.clock.now += lockout.FORGOTTEN
    fail(small.county, times=4)
    assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"


def test_failures_are_counted_by_all_processes_together(small: Small) -> None:
    fail(small.county, times=3)
    other = small_county.county_in(small.folder, small.clock)
    fail(other, times=2)
    assert wait_of(small.county) == timedelta(seconds=30)


def test_a_sign_in_that_succeeds_at_once_writes_nothing(small: Small) -> None:
    before = {path: path.stat().st_mtime_ns for path in small.folder.rglob("*.json")}
    small.signed_in("a1")
    assert {path: path.stat().st_mtime_ns for path in small.folder.rglob("*.json")} == before


def test_the_organiser_lifts_a_wait_and_nobody_else(small: Small) -> None:
    fail(small.county, times=5)
    assert lockout.waiting(small.county, "a1") == timedelta(seconds=30)
    with refused("role-may-not"):
        lockout.lift(small.signed_in("a2"), "a1")
    assert lockout.lift(small.organiser, "a1")
    assert not lockout.lift(small.organiser, "a1")
    assert accounts.sign_in(small.county, "a1", PASSWORD).person == "a1"


def test_a_new_code_ends_the_wait(small: Small) -> None:
    fail(small.county, times=5)
    code = accounts.issue_activation_codes(small.organiser, ["a1"])["a1"]
    assert accounts.activate(small.county, "a1", code, "another one").person == "a1"


def test_names_that_nobody_has_fill_few_documents_and_are_forgotten(small: Small) -> None:
    for number in range(40):
        wait_of(small.county, f"nobody-{number}")
    kept = list((small.folder / "attempts").glob("*.json"))
    assert len(kept) <= 41
    assert len({lockout._place(small.county, None, str(number))[0] for number in range(10_000)}) == 256
    small.clock.now += lockout.FORGOTTEN
    one = lockout._place(small.county, None, "nobody-0")[0]
    assert one in {key.of[0] for key in small.county.store.below("attempts")}
    wait_of(small.county, "nobody-0")
    assert len(small.county.store.read(keys.attempts(one)) or {}) == 1


class Guessing(RuleBasedStateMachine):
    """Against the rule as one would say it: who waits, and how long."""

    @initialize()
    def make(self) -> None:
        self.place = TemporaryDirectory()
        self.small = small_county.make(Path(self.place.name) / "data", small_county.PEOPLE[:1])
        self.failures = {"a1": 0, ORGANISER: 0, "nobody": 0}
        self.open_from = dict.fromkeys(self.failures, START)
        self.last = dict.fromkeys(self.failures, START)

    def teardown(self) -> None:
        self.place.cleanup()

    @rule(who=st.sampled_from(["a1", ORGANISER, "nobody"]), right=st.booleans())
    def try_it(self, who: str, right: bool) -> None:
        now = self.small.clock.now
        try:
            accounts.sign_in(self.small.county, who, PASSWORD if right else "wrong")
        except NotPermitted as told:
            if told.code == "too-many-tries":
                assert now < self.open_from[who], "may try, but was refused"
                assert told.values["wait"] == self.open_from[who] - now
                return
            assert not right or who == "nobody"
            assert now >= self.open_from[who], "must wait, but was heard"
            stale = now - self.last[who] >= lockout.FORGOTTEN
            self.failures[who] = 1 if stale else self.failures[who] + 1
            over = self.failures[who] - 5
            self.last[who] = now
            self.open_from[who] = now + timedelta(seconds=min(30 * 2**over, 3600)) if over >= 0 else now
        else:
            assert right
            assert who != "nobody"
            assert now >= self.open_from[who]
            self.failures[who] = 0

    @rule(seconds=st.one_of(st.integers(0, 40), st.integers(0, 4000), st.integers(80_000, 90_000)))
    def wait(self, seconds: int) -> None:
        self.small.clock.now += timedelta(seconds=seconds)

    @rule(days=st.integers(1, 1000))
    def set_the_clock_back_and_wait(self, days: int) -> None:
        """Whatever the clock showed, after the longest wait everybody may try again."""
        self.small.clock.now -= timedelta(days=days)
        for who in self.failures:
            wait_of(self.small.county, who)
        self.small.clock.now += lockout.LONGEST_WAIT
        for who in ("a1", ORGANISER):
            assert accounts.sign_in(self.small.county, who, PASSWORD).person == who
        self.failures["a1"] = self.failures[ORGANISER] = 0
        fresh = wait_of(self.small.county, "nobody")
        assert fresh == timedelta(0)
        self.small.clock.now += lockout.FORGOTTEN
        self.failures["nobody"] = 0
        self.open_from = dict.fromkeys(self.failures, self.small.clock.now)
        self.last = dict.fromkeys(self.failures, self.small.clock.now - lockout.FORGOTTEN)

    @invariant()
    def nobody_waits_longer_than_an_hour(self) -> None:
        for who in ("a1", ORGANISER):
            assert timedelta(0) <= lockout.waiting(self.small.county, who) <= lockout.LONGEST_WAIT


TestGuessing = Guessing.TestCase
TestGuessing.settings = settings(max_examples=8, stateful_step_count=20, deadline=None)


def test_what_was_typed_as_a_name_can_hardly_be_found_out_from_what_is_kept(small: Small) -> None:
    """It may be a password, in the wrong field."""
    typed = "correct horse battery"
    old = keys.attempts(f"{lockout.NOBODYS}{sha256(typed.encode()).hexdigest()[:2]}")
    entry = {"count": 1, "last": small.clock.now.isoformat()}
    small.county.store.change(old, lambda _found: {sha256(typed.encode()).hexdigest()[:32]: entry})
    fail(small.county, typed, 2)
    salt = bytes.fromhex((small.county.store.read(keys.attempts(lockout.NOBODYS)) or {})["salt"])
    assert len(salt) == 16
    kept = [each.read_text() for each in (small.folder / "attempts").glob("*.json")]
    assert not [each for each in kept if sha256(typed.encode()).hexdigest()[:32] in each]
    assert [each for each in kept if digest_of(typed, salt, quick=True) in each and '"count":2' in each]
    other = reopened_elsewhere(small)
    fail(other.county, typed, 1)
    assert (other.county.store.read(keys.attempts(lockout.NOBODYS)) or {})["salt"] != salt.hex()


def reopened_elsewhere(small: Small) -> Small:
    return small_county.make(small.folder.parent / "other")


@pytest.mark.parametrize("again", [1, 6], ids=["at first", "while one waits"])
def test_no_name_takes_longer_than_another(again: int, small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    spent: list[str] = []
    slow, verify = lockout.digest_of, sign_in.matches
    monkeypatch.setattr(lockout, "digest_of", lambda *said, **more: spent.append("digest") or slow(*said, **more))
    monkeypatch.setattr(sign_in, "matches", lambda *said, **more: spent.append("verify") or verify(*said, **more))
    tries = {
        "sign in": lambda who: accounts.sign_in(small.county, who, "wrong"),
        "activate": lambda who: accounts.activate(small.county, who, "WRONG", "another one"),
    }
    told = {}
    for name, attempt in tries.items():
        for who in ("a1" if name == "sign in" else "a2", f"nobody {name}"):
            for _each in range(again):
                spent.clear()
                with pytest.raises(NotPermitted):
                    attempt(who)
            told.setdefault(name, set()).add(tuple(spent))
    assert {name: len(each) for name, each in told.items()} == {"sign in": 1, "activate": 1}, told
    assert all("digest" in each for found in told.values() for each in found)
