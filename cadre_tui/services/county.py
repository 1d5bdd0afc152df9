"""A county, opened: its store, its clock and the checklists on offer. Whoever holds it sees none of them."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from cadre_tui import checklists
from cadre_tui.allocation.circle import Circle
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import StoreFailure
from cadre_tui.model.people.person import Role, Roster
from cadre_tui.model.rounds.round import Phase, Round
from cadre_tui.model.rounds.round_allocation import RoundAllocation
from cadre_tui.model.rounds.round_rules import PAIRED
from cadre_tui.plugins.allowed import running
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.loading import load_catalogue
from cadre_tui.services.held import Held
from cadre_tui.services.remembered import Remembered
from cadre_tui.services.rules_hash import allocation_digest, rules_hash
from cadre_tui.services.stopwatch import seconds_awake_or_asleep
from cadre_tui.services.stored import stored
from cadre_tui.store import Document, Store, keys, open_store


def utc_now() -> datetime:
    """The moment, in UTC."""
    return datetime.now(UTC)


class County:
    """Handed from the start to whoever acts. ``quick_passwords`` is for made-up counties only.

    ``permission`` says which Python plugins may run; where there is none, none does. By ``stopwatch`` sessions end.
    """

    def __init__(
        self,
        store: Store,
        load: Callable[[], Catalogue],
        clock: Callable[[], datetime],
        quick_passwords: bool = False,
        permission: PermissionFile | None = None,
        stopwatch: Callable[[], float] = seconds_awake_or_asleep,
    ) -> None:
        self._store = store
        self._load = load
        self._clock = clock
        self._frozen: dict[str, Checklist] = {}
        self._today: tuple[str, Roster] | None = None
        self._held: dict[str, tuple[str, Round]] = {}
        self._people: dict[str, tuple[str, Held]] = {}
        self._rosters: dict[str, tuple[int, Roster]] = {}
        self._circles: dict[str, tuple[int, Circle]] = {}
        self._not_before: dict[str, datetime] = {}
        self._remembered = Remembered()
        self.quick_passwords = quick_passwords
        self.permission = permission
        self.stopwatch = stopwatch
        self._of_plugins: set[str] = set()
        self._allowed = permission.stamp() if permission else None

    @property
    def store(self) -> Store:
        """For services alone."""
        return self._store

    @property
    def remembered(self) -> Remembered:
        """What was worked out of what is stored; forgotten where plugins had a part, and others are enabled now."""
        if self._of_plugins and self._plugins_changed():
            self.look_again()
        return self._remembered

    @cached_property
    def catalogue(self) -> Catalogue:
        """The checklists on offer, looked for when somebody asks."""
        return self._load()

    def look_again(self) -> None:
        """Look for checklists and plugins anew when somebody asks next."""
        self.__dict__.pop("catalogue", None)
        self._frozen.clear()
        self._remembered = Remembered()
        self._allowed = self.permission.stamp() if self.permission else None
        running.look_again()

    def _plugins_changed(self) -> bool:
        return self.permission is not None and self.permission.stamp() != self._allowed

    def now(self) -> datetime:
        """The moment, in UTC."""
        return self._clock().astimezone(UTC)

    def frozen_checklist(self, round_id: str, digest: str) -> Checklist:
        """The checklist that a round froze, read once a process: it never changes.

        What plugins bring to it does: it is read again where somebody, in whatever process, has enabled or disabled
        one.
        """
        if digest in self._of_plugins and self._plugins_changed():
            self.look_again()
        if digest not in self._frozen:
            document = self._store.read(keys.frozen_checklist(round_id, digest))
            if document is None:
                raise StoreFailure("checklist-copy-missing", round=round_id, digest=digest[:12])
            thawed = checklists.thaw(document["canonical"]) if "canonical" in document else None
            if thawed is None or thawed.digest != digest:
                raise StoreFailure("checklist-copy-damaged", round=round_id, digest=digest[:12])
            self._frozen[digest] = thawed
            if checklists.needed_of_plugins(thawed):
                self._of_plugins.add(digest)
        return self._frozen[digest]

    def roster(self) -> Roster:
        """The roster as it is today, read again only when it has changed."""
        stamp = self._store.stamp(keys.ROSTER)
        if self._today is None or self._today[0] != stamp:
            document = self._store.read(keys.ROSTER)
            self._today = (stamp, stored(Roster, document, "roster") if document else Roster())
        return self._today[1]

    def held(self, person: str) -> Held:
        """What this person may act as now, looked up again only when their account or the roster has changed."""
        stamp = f"{self._store.stamp(keys.account(person))} {self._store.stamp(keys.ROSTER)}"
        known = self._people.get(person)
        if known is not None and known[0] == stamp:
            return known[1]
        account = self._store.read(keys.account(person)) or {}
        roles = {Role(each) for each in account.get("roles", ())}
        listed = self.roster().person(person)
        if listed is not None:
            roles.add(Role.CADRE if listed.rated else Role.RATER)
        units = account.get("units", ()) if Role.CLERK in roles else ()
        held = Held(frozenset(roles), frozenset(units), account.get("epoch", 0), len(account.get("in_hand", ())))
        self._people[person] = (stamp, held)
        return held

    def roster_of(self, round_id: str, revision: int) -> Roster:
        """The round's own roster, read again only when the round has another ``revision``."""
        known = self._rosters.get(round_id)
        if known is not None and known[0] == revision:
            return known[1]
        document = self._store.read(keys.round_roster(round_id))
        if document is None:
            return Roster()
        self._rosters[round_id] = (revision, stored(Roster, document, "round-rosters"))
        return self._rosters[round_id][1]

    def allocation(self, round_id: str) -> RoundAllocation | None:
        """Who rates whom in the round, where that is stored.

        Raises:
            StoreFailure: it was changed by other means than this program.
        """
        document = self._store.read(keys.allocation(round_id))
        if not document:
            return None
        found = stored(RoundAllocation, document, "round-allocations")
        if found.digest != allocation_digest(found.pairs, found.kept, found.conflicts):
            raise StoreFailure("allocation-changed", round=round_id)
        return found

    def round(self, round_id: str) -> Round | None:
        """The round of that id with its roster, None if there is none or it was thrown away; read when it changed."""
        stamp = self._store.stamp(keys.round_rules(round_id))
        known = self._held.get(round_id)
        if known is not None and known[0] == stamp:
            return known[1]
        document = self._store.read(keys.round_rules(round_id))
        if document is None:
            return None
        held = self.as_round(document)
        if held.discarded is not None:
            return None
        self._held[round_id] = (stamp, held)
        return held

    def as_round(self, document: Document) -> Round:
        """The round that a document holds, with the roster that it was opened with."""
        held = stored(Round, document, "rounds")
        if held.phase is Phase.SETUP:
            return held
        frozen = rules_hash(held.rules, held.pins, held.allocation, held.rule_by)
        if held.rules_hash not in ("", frozen):
            raise StoreFailure("round-rules-changed", round=held.id)
        return held.model_copy(update={"roster": self.roster_of(held.id, held.revision)})

    def may_try(self, round_id: str, now: datetime) -> bool:
        """Whether a round that could not move on by itself may be tried again."""
        return now >= self._not_before.get(round_id, now)

    def try_later(self, round_id: str, moment: datetime) -> None:
        """Leave a round that could not move on by itself alone until ``moment``."""
        self._not_before[round_id] = moment

    def circle(self, held: Round) -> Circle:
        """Who takes part in a round that has been opened, worked out again only when it has another revision."""
        known = self._circles.get(held.id)
        if held.phase is Phase.SETUP:
            return self.circle_with(held, held.roster)
        if known is None or known[0] != held.revision:
            known = (held.revision, self.circle_with(held, held.roster))
            self._circles[held.id] = known
        return known[1]

    def circle_with(self, held: Round, roster: Roster) -> Circle:
        """Who would take part in a round with that roster, and whom they would be asked about."""
        found = self.allocation(held.id)
        if found is None:
            return Circle(held.rules, roster)
        pairs = found.pairs if held.rules.colleagues in PAIRED else ()
        return Circle(held.rules, roster, (*pairs, *found.kept))


def address(folder: Path) -> str:
    """The URL of the store that lies in a folder, whatever signs its name holds."""
    from urllib.parse import quote  # noqa: PLC0415

    return f"tinydb://{quote(str(folder.absolute()))}"


def open_county(
    store: str,
    *,
    folders: Sequence[Path] = (),
    plugins: bool = True,
    permission: PermissionFile | None = None,
    clock: Callable[[], datetime] = utc_now,
    quick_passwords: bool = False,
    lasting: bool = True,
    cache: Path | None = None,
) -> County:
    """The county whose store lies at a URL, such as ``tinydb:///var/lib/cadre``. It need not be made yet.

    ``permission`` says which Python plugins may run; without it none does. Not ``lasting``: while a made-up county is
    made, nothing waits for the disk. ``cache`` is a folder in which is kept what checklists
    tell of themselves, so that a list is quick.

    Raises:
        BadInput: the URL names no engine.
    """
    opened = open_store(store, lasting=lasting)

    def load() -> Catalogue:
        return load_catalogue(folders, plugins=plugins, permission=permission, cache=cache)

    return County(opened, load, clock, quick_passwords, permission)


def is_made(county: County) -> bool:
    """Whether somebody has made the county: a place that is not there, or holds nothing, is none yet.

    Raises:
        StoreFailure: there are people or rounds, but what makes them a county is gone.
    """
    try:
        made = county.store.read(keys.COUNTY) is not None
        remains = made or county.store.read(keys.ROSTER) is not None or any(county.store.below("rounds"))
    except StoreFailure as error:
        if error.code == "store-missing":
            return False
        raise
    if remains and not made:
        raise StoreFailure("county-incomplete")
    return made
