"""The command line: one file a noun, imported only when it is called."""

from cadre_tui.cli.main import main

__all__ = ["main"]
