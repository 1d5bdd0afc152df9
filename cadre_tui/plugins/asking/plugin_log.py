"""Where the tracebacks of plugins go: the program's log in the data folder, never the screen."""

import logging
from contextlib import suppress
from pathlib import Path
from typing import Final

from cadre_tui.files.log_file import made_ready

FILE: Final = "cadre.log"

log = logging.getLogger("cadre.plugins")  # below the app's own log: where that is written to a file, so is this
log.addHandler(logging.NullHandler())


class _OwnFile(logging.FileHandler):
    """A file that only its owner reads, made when there is something to write; what cannot be written is let go."""

    def _open(self):  # type: ignore[no-untyped-def]  # as in the standard library
        made_ready(Path(self.baseFilename))
        return super()._open()

    def emit(self, record: logging.LogRecord) -> None:
        """Write it, unless the file, or the folder that it lies in, cannot be had."""
        with suppress(OSError):
            super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the name is logging's
        """Nothing: a log that cannot be written stops nobody."""


def write_into(folder: Path) -> None:
    """Write what happens to plugins into the log in ``folder``, unless it is written already."""
    for each in [each for each in log.handlers if isinstance(each, _OwnFile)]:
        if Path(each.baseFilename) != (folder / FILE).absolute():  # another county's: one process may open several
            log.removeHandler(each)
            each.close()
    above = logging.getLogger("cadre")
    if any(isinstance(each, logging.FileHandler) for each in (*above.handlers, *log.handlers)):
        return
    handler = _OwnFile(folder / FILE, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(process)d %(levelname)s %(message)s"))
    log.addHandler(handler)
