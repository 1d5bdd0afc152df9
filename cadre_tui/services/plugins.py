"""Plugins and checklists in the app: what there is and how it stands; enabling and disabling."""

from cadre_tui.model.fault import BadInput
from cadre_tui.plugins import switching
from cadre_tui.plugins.catalogue import Catalogue
from cadre_tui.plugins.permission import PermissionFile
from cadre_tui.plugins.switching import Switched
from cadre_tui.services import audit
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session


def catalogue(session: Session) -> Catalogue:
    """Every checklist and plugin as they stand now; looked for anew, and enabled plugins are run.

    Raises:
        NotPermitted: neither an organiser nor a supervisor asks.
    """
    permit(session, Act.SEE_PLUGINS)
    session.county.look_again()
    return session.county.catalogue


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
