"""Where a command writes what it made: to the file that was named, else to standard output."""

from pathlib import Path

import click

from cadre_tui.files.private import write_private
from cadre_tui.model.fault import BadInput


def write(to: Path | None, content: str | bytes) -> None:
    """The content, as UTF-8 where it is a text. A file that is there is replaced, and is its owner's alone then.

    Raises:
        BadInput: the file cannot be written.
    """
    if to is None:
        click.echo(content.removeprefix("\ufeff") if isinstance(content, str) else content, nl=False)
        return
    try:
        write_private(to, content.encode() if isinstance(content, str) else content)
    except (OSError, ValueError) as error:
        raise BadInput("out-not-written", file=str(to), why=getattr(error, "strerror", "") or "-") from None
