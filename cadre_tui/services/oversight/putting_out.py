"""A document put where somebody says: a new file, never over another one, never among the program's own data."""

import os
from pathlib import Path
from typing import Final

from cadre_tui.model.fault import BadInput
from cadre_tui.services.permission import Act, permit
from cadre_tui.services.session import Session

PRIVATE: Final = 0o600


def put_out(session: Session, path: Path, content: bytes) -> Path:
    """Write a new file for its owner alone, and answer where it lies.

    Whoever sits at a screen may not be who owns the machine: so nothing that is there is ever written over.

    Raises:
        BadInput: there is such a file, its folder is not there or is the program's own, or it cannot be written.
    """
    permit(session, Act.SEE_PROGRESS, unit=next(iter(session.units), None))
    whole = place_for(path)
    try:
        descriptor = os.open(whole, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, PRIVATE)
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
    except FileExistsError:
        raise BadInput("out-file-there", file=str(whole)) from None
    except (OSError, ValueError) as error:
        raise BadInput("out-not-written", file=str(whole), why=getattr(error, "strerror", "") or "-") from None
    return whole


def place_for(path: Path) -> Path:
    """Where a new file may be made by somebody at a screen: as a whole path, links followed.

    Raises:
        BadInput: its folder is not there, or is the program's own.
    """
    try:
        whole = path.expanduser().resolve()
    except (OSError, RuntimeError, ValueError):
        raise BadInput("out-folder-missing", folder=str(path.parent)) from None
    if not whole.parent.is_dir():
        raise BadInput("out-folder-missing", folder=str(whole.parent))
    if any((folder / "county.json").exists() or folder.name.startswith(".") for folder in whole.parents):
        raise BadInput("out-folder-ours", folder=str(whole.parent))
    return whole
