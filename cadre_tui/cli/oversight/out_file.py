"""Where a command writes what it made: to the file that was named, else to standard output."""

from pathlib import Path

import click

from cadre_tui.files.private import write_private
from cadre_tui.model.fault import BadInput


def write(to: Path | None, content: str | bytes) -> None:
    """The content, as UTF-8 where it is a text. A file that is there is never replaced; a pipe or a device takes it.

    Raises:
        BadInput: the file is there already, or cannot be written.
    """
    if to is None:
        text = content if isinstance(content, str) else content.decode()
        click.echo(text.removeprefix("\ufeff").replace("\r\n", "\n"), nl=False)
        return
    must_be_new(to)
    try:
        write_private(to, content.encode() if isinstance(content, str) else content)
    except (OSError, ValueError) as error:
        raise BadInput("out-not-written", file=str(to), why=getattr(error, "strerror", "") or "-") from None


def must_be_new(to: Path | None) -> None:
    """Refuse a file that is there already, before anything is noted of what would be written.

    Raises:
        BadInput: there is one.
    """
    if to is not None and to.is_file():
        raise BadInput("out-file-there", file=str(to))
