"""The tokens of ``tokens.tcss``, known to every stylesheet of the app."""

import re
from pathlib import Path
from typing import Final

from textual.theme import Theme

STYLESHEET: Final = Path(__file__).with_name("tokens.tcss")
TOKEN: Final = re.compile(r"^\$([a-z-]+):\s*([^;]+);", re.M)

THEME: Final = Theme(
    name="cadre",
    ansi=True,
    primary="ansi_cyan",
    secondary="ansi_default",
    warning="ansi_yellow",
    error="ansi_red",
    success="ansi_green",
    accent="ansi_cyan",
    foreground="ansi_default",
    background="ansi_default",
    surface="ansi_default",
    panel="ansi_default",
    boost="ansi_default",
    variables={
        "ansi-background": "ansi_default",
        "ansi-foreground": "ansi_default",
        "block-cursor-foreground": "ansi_default",
        "block-cursor-background": "ansi_default",
        "block-cursor-text-style": "reverse",
        "block-cursor-blurred-foreground": "ansi_default",
        "block-cursor-blurred-background": "ansi_default",
        "block-cursor-blurred-text-style": "bold",
        "input-cursor-background": "ansi_default",
        "input-cursor-foreground": "ansi_default",
        "input-cursor-text-style": "reverse",
        "input-selection-background": "ansi_cyan",
        "input-selection-foreground": "ansi_black",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
        "border": "ansi_cyan",
        "border-blurred": "ansi_bright_black",
    },
)
"""What Textual's own widgets look like here: the terminal's own colours, reversed where the cursor stands."""


def tokens() -> dict[str, str]:
    """Name and value of every token."""
    return dict(TOKEN.findall(STYLESHEET.read_text("utf-8")))
