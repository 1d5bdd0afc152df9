"""What was said on the command line before the command."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Invocation:
    """The options that every command shares."""

    data: str | None
    store: str | None
    plugins: bool
    acting: str | None
    debug: bool
    glyphs: str | None = None
