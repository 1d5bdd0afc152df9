"""Who may do what: the acts, the one table of them, and how a service asks it."""

from cadre_tui.services.permission.acts import Act
from cadre_tui.services.permission.asking import permit

__all__ = ["Act", "permit"]
