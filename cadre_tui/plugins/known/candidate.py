"""A file that may be a checklist, before anybody has asked for it."""

from functools import cached_property
from pathlib import Path

from cadre_tui.files.content import LARGEST_CHECKLIST, MEGABYTE, content
from cadre_tui.files.toml import toml
from cadre_tui.model.checklists.checklist import Checklist
from cadre_tui.model.fault import BadInput, CadreError, NotRight
from cadre_tui.plugins.asking.host import Brought
from cadre_tui.plugins.known.folder import TABLE_ENDINGS
from cadre_tui.plugins.known.kept_offers import KeptOffers, Stamp
from cadre_tui.plugins.known.offer import Told
from cadre_tui.plugins.known.tailoring import Overlays, stated_base


def too_large(path: Path) -> bool:
    """Whether a file is so large that it is no checklist. Raises ``OSError``."""
    return path.stat().st_size > LARGEST_CHECKLIST


class Candidate:
    """One file, read no further than somebody asked. ``disabled`` names the checklists that are out of use.

    What is kept of it answers for it until it is read.
    """

    def __init__(self, source: Brought, overlays: Overlays, disabled: frozenset[str], offers: KeptOffers) -> None:
        self.source = source
        self._overlays = overlays
        self._disabled = disabled
        self._offers = offers
        self._before: Stamp | None = None

    @cached_property
    def _kept(self) -> Told | None:
        return self._offers.of(self.source.path)

    @cached_property
    def _stated(self) -> tuple[str, str, str]:
        if self._kept:
            return self._kept.id, self._kept.version, ""
        if isinstance(read := vars(self).get("read"), Checklist):
            return read.id, read.version, ""
        try:
            if too_large(self.source.path):
                return "", "", ""
            if self.source.path.suffix.lower() in TABLE_ENDINGS:
                from cadre_tui import checklists  # noqa: PLC0415 - a text file's name does not need the reader

                stated = checklists.stated(self.source.path)
            else:
                stated = toml(content(self.source.path, LARGEST_CHECKLIST).decode("utf-8-sig"))
        except (OSError, ValueError, CadreError):
            return "", "", ""
        return str(stated.get("id") or ""), str(stated.get("version") or ""), stated_base(stated)

    @property
    def identity(self) -> tuple[str, str]:
        """Id and version as the file states them; empty where it cannot be read or does not say."""
        return self._stated[:2]

    def goes_by(self, names: frozenset[str]) -> bool:
        """Whether its id, or ``id|version``, is among ``names``."""
        return bool(names) and bool({self.identity[0], "|".join(self.identity)} & names)

    @property
    def disabled(self) -> bool:
        """Whether it was put out of use. It may still be the base of others."""
        return self.goes_by(self._disabled)

    @property
    def base(self) -> str:
        """What the file tailors, as it states it; empty where it is no overlay."""
        return self._stated[2]

    @cached_property
    def read(self) -> Checklist | CadreError:
        """The checklist, or why there is none."""
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        path = self.source.path
        self._before = self._offers.before(path)
        try:
            if too_large(path):
                return NotRight("checklist-too-large", file=str(path), megabytes=LARGEST_CHECKLIST // MEGABYTE)
            if "_stated" in vars(self):
                return self._overlays.checklist(self) if self.base else checklists.listed(path)
            return self._read_at_once()
        except OSError as error:
            return NotRight("source-unreadable", file=str(path), why=error.strerror or str(error))
        except CadreError as error:
            return error

    def _read_at_once(self) -> Checklist:
        """The checklist of a file of which nothing has been read: most are no overlays, and are parsed once."""
        from cadre_tui import checklists  # noqa: PLC0415 - a list of names does not need the reader

        try:
            return checklists.listed(self.source.path)
        except BadInput as error:
            if error.code != "checklist-overlay":
                raise
        return self._overlays.checklist(self)

    @property
    def told(self) -> Told | None:
        """What the checklist tells of itself; None for a faulty file."""
        return self._told_now if "read" in vars(self) else self._kept or self._told_now

    @cached_property
    def _told_now(self) -> Told | None:
        from cadre_tui.checklists import needed_of_plugins  # noqa: PLC0415 - a list of names does not need the reader

        read = self.read
        if not isinstance(read, Checklist):
            return None
        told = Told(
            id=read.id,
            version=read.version,
            title=read.title,
            publisher=read.publisher,
            levels=read.levels,
            purpose=read.purpose,
            digest=read.digest,
            uses=needed_of_plugins(read),
        )
        # What depends on more than the one file is worked out each time.
        if self._before and not self.base and not told.uses and self.identity == (told.id, told.version):
            self._offers.note(self.source.path, self._before, told)
        return told

    @property
    def digest(self) -> str:
        """The digest; empty for a faulty file."""
        return self.told.digest if self.told else ""

    @property
    def problem(self) -> CadreError | None:
        """Why the file by itself cannot be used; None where it can."""
        if self.told:
            return None
        error = self.read
        if isinstance(error, Checklist) or not error.faults:
            return None if isinstance(error, Checklist) else error
        name = "|".join(filter(None, self.identity)) or self.source.path.name
        count = sum(not fault.warning for fault in error.faults)
        return NotRight("offer-faulty", error.faults, name=name, count=count, file=str(self.source.path))
