"""Every document of study, to be read once: for the look through what is stored."""

from collections.abc import Callable, Iterator
from functools import partial

from cadre_tui.services.county import County
from cadre_tui.services.study.given_facts import given_facts
from cadre_tui.services.study.reading import calendar_of, ledger_of, log_of, plan_of, settings_of
from cadre_tui.store import Key, keys

OF_UNIT = "unit "
"""What the second name of a unit's plan or calendar begins with (see ``store.keys``)."""


def readings(county: County) -> Iterator[tuple[Key, Callable[[], object]]]:
    """Each document's key, and a call which refuses where it cannot be understood."""
    yield keys.STUDY, partial(settings_of, county)
    for kind, read in READ.items():
        for key in county.store.below(kind):
            yield key, partial(read, county, key)


def _calendar(county: County, key: Key) -> object:
    year, host = key.of
    return calendar_of(county, int(year), host.removeprefix(OF_UNIT) if host.startswith(OF_UNIT) else "")


def _log(county: County, key: Key) -> object:
    year, person = key.of
    return log_of(county, int(year), person)


def _plan(county: County, key: Key) -> object:
    year, owner = key.of
    return plan_of(county, int(year), owner.removeprefix(OF_UNIT), of_unit=owner.startswith(OF_UNIT))


def _ledger(county: County, key: Key) -> object:
    (person,) = key.of
    return ledger_of(county, person)


def _facts(county: County, key: Key) -> object:
    (person,) = key.of
    return dict(given_facts(county, person))


READ = {
    "study-calendars": _calendar,
    "study-logs": _log,
    "study-plans": _plan,
    "certificates": _ledger,
    "facts": _facts,
}
"""How a document of each kind is read."""
