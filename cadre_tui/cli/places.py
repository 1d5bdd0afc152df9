"""Where things lie when nobody says where."""

from pathlib import Path

from cadre_tui.cli.main import Invocation


def data_folder(invocation: Invocation) -> Path:
    """The folder of ``--data`` or ``CADRE_DATA``, else the platform's own for this user's data."""
    if invocation.data:
        return Path(invocation.data)
    from platformdirs import user_data_path  # noqa: PLC0415 - only where nobody said

    return user_data_path("cadre", appauthor=False)


def checklist_folders(invocation: Invocation) -> tuple[Path, ...]:
    """Where dropped checklists lie; none with ``--no-plugins``."""
    return (data_folder(invocation) / "checklists",) if invocation.plugins else ()
