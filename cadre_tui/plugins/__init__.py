"""How checklists come into the program. What a plugin's author imports from here:

``hookimpl`` marks an implementation of a hook, ``ChecklistSource`` is what ``cadre_checklists`` yields.
"""

from cadre_tui.plugins.hookspecs import ChecklistSource, hookimpl

__all__ = ["ChecklistSource", "hookimpl"]
