"""``python -m cadre_tui``."""

from cadre_tui.cli import main

main()
