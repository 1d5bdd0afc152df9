"""Plugins and checklists in the app: what there is and how it stands; enabling and disabling."""

from collections.abc import Mapping
from dataclasses import dataclass

from cadre_tui.model.fault import BadInput, CadreError
from cadre_tui.model.rounds.round import Round
from cadre_tui.plugins.allowed.package_digest import package_digest, publisher
from cadre_tui.plugins.allowed.permission import PermissionFile
from cadre_tui.plugins.allowed.standing import PluginRecord
from cadre_tui.plugins.known import switching
from cadre_tui.plugins.known.offer import Offer
from cadre_tui.plugins.known.switching import Switched
from cadre_tui.services import audit
from cadre_tui.services.county import County
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.permission.table import WRITING
from cadre_tui.services.plugin_uses import Leaning, leanings
from cadre_tui.services.rounds.life import every
from cadre_tui.services.session import Session


@dataclass(frozen=True)
class Known:
    """Everything that is known of checklists and plugins. ``problems`` are of packages that bring neither.

    ``packages`` holds the digest and the publisher of each plugin's package, by name and distribution;
    ``counting`` are the rounds that wait for a plugin's rule, ``leanings`` what else leans on what may be disabled.
    """

    offers: tuple[Offer, ...]
    plugins: tuple[PluginRecord, ...]
    problems: tuple[CadreError, ...]
    packages: Mapping[tuple[str, str], tuple[str, str]]
    counting: tuple[Round, ...] = ()
    leanings: tuple[Leaning, ...] = ()

    def digest(self, record: PluginRecord) -> str:
        """Of a plugin's package; empty where it has no file."""
        return self.packages[record.name, record.brought_by][0]

    def publisher(self, record: PluginRecord) -> str:
        """Of a plugin's package; empty where it names nobody."""
        return self.packages[record.name, record.brought_by][1]

    @property
    def left_out(self) -> int:
        """How many are left out for something that is wrong with them."""
        offers = sum(each.problem is not None and each.problem.code != "checklist-disabled" for each in self.offers)
        return offers + sum(each.problem is not None for each in self.plugins) + len(self.problems)


def known(session: Session) -> Known:
    """Every checklist and plugin, and how each stands. Enabled plugins are run if they have not been run.

    Raises:
        NotPermitted: neither an organiser nor a supervisor asks.
    """
    permit(session, Act.SEE_PLUGINS)
    found = session.county.catalogue
    packages = {
        (each.name, each.brought_by): (package_digest(each.entry), publisher(each.entry)) if each.entry else ("", "")
        for each in found.plugins
    }
    offers, records = found.offers(), found.plugins
    counting, leaning = waiting_rounds(session.county), leanings(session.county, found)
    return Known(offers, records, found.of_packages, packages, counting, leaning)


def waiting_rounds(county: County) -> tuple[Round, ...]:
    """The rounds whose votes a plugin's rule is to count: begun and not published."""
    return tuple(each for each in every(county) if each.rule_by is not None and each.phase in WRITING)


def troubles(session: Session) -> tuple[CadreError, ...]:
    """What is wrong with plugins and packages: told on the first screen to those who can see to it.

    Enabled plugins are run if they have not been run. Raises what ``known`` raises.
    """
    permit(session, Act.SEE_PLUGINS)
    return session.county.catalogue.problems


def enable(session: Session, name: str) -> Switched:
    """Let a Python plugin run, in the version that is installed, or put checklists into use again.

    Raises:
        NotPermitted: no organiser asks.
        BadInput, NotRight: it cannot be done.
    """
    permit(session, Act.MANAGE_PLUGINS)
    file = _file(session)
    known = session.county.catalogue.at_hand()
    record = switching.python_plugin(known, name)
    if record:
        switching.refuse_unusable(record)
    audit.note(session, "plugin-enabled", name=name, version=record.version if record else "")
    done = switching.enable(file, known, name)
    session.county.look_again()
    return done


def disable(session: Session, name: str) -> Switched:
    """Let a Python plugin no longer run, or put checklists, or the package that brings them, out of use.

    Raises what ``enable`` raises.
    """
    permit(session, Act.MANAGE_PLUGINS)
    file = _file(session)
    audit.note(session, "plugin-disabled", name=name)
    done = switching.disable(file, session.county.catalogue.at_hand(), name)
    session.county.look_again()
    return done


def _file(session: Session) -> PermissionFile:
    if session.county.permission is None:
        raise BadInput("plugins-not-here")
    return session.county.permission
