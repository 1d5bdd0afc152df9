"""Where things lie when nobody says where."""

from pathlib import Path
from typing import TYPE_CHECKING

from cadre_tui.cli.invocation import Invocation
from cadre_tui.files.content import is_folder
from cadre_tui.model.refusal import BadInput

if TYPE_CHECKING:
    from cadre_tui.plugins.allowed.permission import PermissionFile


def data_folder(invocation: Invocation) -> Path:
    """The folder of ``--data`` or ``CADRE_DATA``, else the platform's own for this user's data."""
    return _folder(invocation.data)


def _folder(said: str | None) -> Path:
    if said:
        return Path(said)
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nobody said

    return user_data_path("cadre", appauthor=False)


def cache_folder() -> Path:
    """The platform's own folder for what this user's programs can work out again."""
    from platformdirs import user_cache_path  # noqa: PLC0415 - only where checklists are looked for

    return user_cache_path("cadre", appauthor=False)


def dropped_checklists(invocation: Invocation) -> Path:
    """The folder of the county's own checklists, beside its data, whatever is loaded of it."""
    return data_folder(invocation) / "checklists"


def checklist_folders(invocation: Invocation) -> tuple[Path, ...]:
    """Where dropped checklists lie; none with ``--no-plugins``.

    Raises:
        BadInput: a folder that was named is not there.
    """
    if not invocation.plugins:
        return ()
    return (dropped_checklists(invocation), *named_folders(invocation.folders))


def named_folders(said: tuple[str, ...]) -> tuple[Path, ...]:
    """The folders of ``--checklists``. Raises ``BadInput`` where one is not there."""
    for folder in map(Path, said):
        if not is_folder(folder):
            raise BadInput("folder-missing", path=str(folder))
    return tuple(map(Path, said))


def permission_file(invocation: Invocation) -> "PermissionFile":
    """The file in the data folder that says which Python plugins may run, and what this run leaves out."""
    from cadre_tui.plugins.allowed.permission import PermissionFile  # noqa: PLC0415 - only where checklists are looked for

    return PermissionFile(data_folder(invocation), invocation.left_out)


def store_url(invocation: Invocation) -> str:
    """The store of ``--store`` or ``CADRE_STORE``, else the embedded one in the data folder."""
    if invocation.store:
        return invocation.store
    from cadre_tui.services.county import address  # noqa: PLC0415 - only where a store is opened

    return address(data_folder(invocation))


def log_file(said: str | None) -> Path:
    """The program's log in the data folder, which may be ``said`` on the command line."""
    return _folder(said) / "cadre.log"
