"""Names of stored documents."""

from typing import NamedTuple


class Key(NamedTuple):
    """A document's name: what it is, and of whom or of what."""

    kind: str
    of: tuple[str, ...] = ()


COUNTY = Key("county")
ROSTER = Key("roster")


AUDIT_HEAD = Key("audit-head")
"""How long the audit log is, and the hash of its last entry."""


def audit_entry(number: int) -> Key:
    """One entry of the audit log, by its number from 1."""
    return Key("audit", (f"{number:09d}",))


def roster_import(number: int) -> Key:
    """What the roster's import of that number, from 1, changed."""
    return Key("roster-imports", (f"{number:06}",))


def account(person: str) -> Key:
    """A person's account: roles and how identity is proved."""
    return Key("accounts", (person,))


def attempts(who: str) -> Key:
    """How often in a row somebody failed to prove that they are ``who``, and when last."""
    return Key("attempts", (who,))


def round_rules(round_id: str) -> Key:
    """A round: its rules, phase and pins."""
    return Key("rounds", (round_id,))


def round_roster(round_id: str) -> Key:
    """The roster as it was when the round opened."""
    return Key("round-rosters", (round_id,))


def frozen_checklist(round_id: str, digest: str) -> Key:
    """A checklist as the round froze it."""
    return Key("round-checklists", (round_id, digest))


def allocation(round_id: str) -> Key:
    """Who rates whom in a round that does not work it out from the roster alone."""
    return Key("round-allocations", (round_id,))


def former_round_roster(round_id: str, revision: int) -> Key:
    """The roster that a round had before it became another while the round was under way."""
    return Key("round-rosters-before", (round_id, f"{revision:04d}"))


def appeals(round_id: str, person: str) -> Key:
    """All that one person appeals against in one round."""
    return Key("appeals", (round_id, person))


def commendations(round_id: str, receiver: str) -> Key:
    """The words of encouragement that one person received in one round."""
    return Key("commendations", (round_id, receiver))


def commendation_reports(round_id: str) -> Key:
    """Who reported a word of encouragement in a round."""
    return Key("commendation-reports", (round_id,))


def plan(round_id: str, person: str) -> Key:
    """What one person made of their result of one round."""
    return Key("plans", (round_id, person))


def drawer(round_id: str, rater: str) -> Key:
    """All that one rater answers in one round."""
    return Key("drawers", (round_id, rater))


def ballot_box(round_id: str, group: str) -> Key:
    """The slips and the ballots of one rater group in one round, together."""
    return Key("ballots", (round_id, group))


def ballot_protocol(round_id: str) -> Key:
    """What the tellers counted in a round, and when its ballot boxes were closed and opened."""
    return Key("ballot-protocols", (round_id,))


def voids(round_id: str) -> Key:
    """Whose votes do not count in a round, by decision."""
    return Key("voids", (round_id,))


def outcome(round_id: str) -> Key:
    """Where the quota's line falls in a round, who must be decided about, and what was decided."""
    return Key("outcomes", (round_id,))


def reminders(round_id: str) -> Key:
    """When each person was last reminded in a round."""
    return Key("reminders", (round_id,))


def remedies(round_id: str) -> Key:
    """What a county and its units have to put right after a round."""
    return Key("remedies", (round_id,))


STUDY = Key("study")
"""What the county settled about study."""


def study_calendar(year: int, unit: str) -> Key:
    """The collective sessions that the county (``unit`` empty) or a unit holds in a year."""
    return Key("study-calendars", (str(year), f"unit {unit}" if unit else "county"))


def study_log(year: int, person: str) -> Key:
    """What one person's register holds in a year: sessions and hours."""
    return Key("study-logs", (str(year), person))


def study_plan(year: int, owner: str, *, of_unit: bool) -> Key:
    """What a cadre, or a unit, means to study in a year."""
    return Key("study-plans", (str(year), f"unit {owner}" if of_unit else owner))


def certificates(person: str) -> Key:
    """What one person is certified for."""
    return Key("certificates", (person,))


def given_facts(person: str) -> Key:
    """Numbers about one person that another system supplied."""
    return Key("facts", (person,))
