"""A path as a person typed it, or dragged it into a terminal."""

from pathlib import Path


def typed_path(written: str) -> Path | None:
    """The path without the quotation marks around it, ``~`` being one's own folder; None where nothing was written.

    ``~somebody`` whom the machine does not know stays as it was typed: such a file is not found, and that is told.
    """
    told = written.strip().strip("\"'")
    if not told:
        return None
    try:
        return Path(told).expanduser()
    except RuntimeError:
        return Path(told)
