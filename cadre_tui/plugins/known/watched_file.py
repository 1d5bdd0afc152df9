"""One file that its author is working on: what it makes now, what is wrong with it, whether it has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from cadre_tui import checklists
from cadre_tui.files.content import LARGEST_CHECKLIST, MEGABYTE
from cadre_tui.kinds import registry, scales
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.codes.checklists import PLUGIN_NEEDED
from cadre_tui.model.fault import BadInput, CadreError, Fault, NotRight
from cadre_tui.plugins.known.candidate import too_large
from cadre_tui.plugins.known.catalogue import Catalogue
from cadre_tui.plugins.known.folder import NOT_CHECKLISTS, TABLE_ENDINGS
from cadre_tui.scoring import scorers

ENDINGS = (".toml", *TABLE_ENDINGS)


@dataclass(frozen=True)
class Judged:
    """What a file makes: a checklist, or its ``faults`` (warnings stand beside a checklist, too), or a ``problem``.

    ``problem`` is why it could not be read at all; ``stamp`` is another one once the file has changed.
    """

    stamp: str
    checklist: Checklist | None = None
    faults: tuple[Fault, ...] = ()
    problem: CadreError | None = None

    @property
    def wrong(self) -> tuple[Fault, ...]:
        """What stops the work."""
        return tuple(each for each in self.faults if not each.warning)


class WatchedFile:
    """Looks at a file whenever it is asked. ``known`` gives the catalogue in which an overlay finds its base."""

    def __init__(self, path: Path, known: Callable[[], Catalogue]) -> None:
        self.path = path
        self._known = known

    def stamp(self) -> str:
        """Another text once the file, or one that lies beside it, is another; one text for a file that is gone."""
        digest = sha256()
        for each in (self.path, *self._beside()):
            try:
                about = each.stat()
                digest.update(f"{each.name} {about.st_size} {about.st_mtime_ns} {about.st_ino}\n".encode())
            except OSError:
                digest.update(f"{each.name} -\n".encode())
        return digest.hexdigest()

    def judged(self) -> Judged:
        """What it makes now. Nothing is raised: whatever is in the way is told."""
        stamp = self.stamp()
        try:
            if too_large(self.path):
                raise NotRight("checklist-too-large", file=self.path.name, megabytes=LARGEST_CHECKLIST // MEGABYTE)
            checklist, faults = self._known().beside((self.path, *self._beside())).judged(self.path)
            if checklist is not None and not any(not each.warning for each in faults):
                checklist, faults = _with_plugins(checklist, faults)
        except CadreError as error:
            return Judged(stamp, faults=tuple(error.faults), problem=None if error.faults else error)
        except OSError:
            return Judged(stamp, problem=BadInput("checklist-not-found", file=str(self.path)))
        return Judged(stamp, None if any(not each.warning for each in faults) else checklist, faults)

    def _beside(self) -> tuple[Path, ...]:
        """Other files of the folder that may be checklists: an overlay may tailor one of them."""
        try:
            there = sorted(self.path.parent.iterdir())
        except OSError:
            return ()
        return tuple(
            each
            for each in there
            if each != self.path
            and each.suffix.lower() in ENDINGS
            and each.name not in NOT_CHECKLISTS
            and not each.name.startswith((".", "~$"))
        )


def _with_plugins(checklist: Checklist, faults: tuple[Fault, ...]) -> tuple[Checklist, tuple[Fault, ...]]:
    """The checklist with the kinds of the plugins that run, and the warnings that are left: of those that do not.

    Raises:
        NotRight: with every fault that a plugin finds.
    """
    left = tuple(each for each in faults if each.code != PLUGIN_NEEDED or not _at_hand(each.values["name"]))
    try:
        return checklists.completed(checklist), left
    except BadInput:
        return checklist, left


def _at_hand(name: str) -> bool:
    """Whether a plugin that runs brings the kind, the scale or the scorer of that name."""
    try:
        return any(look(name) is not None for look in (registry.find, scales.find, scorers.find))
    except CadreError:
        return False
