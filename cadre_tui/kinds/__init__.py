"""The kinds of criterion, one file each: what is answered, what is checked, what it earns, how it is drawn as data.

To add a kind, add one file that ends with ``KIND = …`` (see ``kind.Kind``), and its test.
"""

from cadre_tui.model.answers.drawing import Drawing
from cadre_tui.model.checklists.checklist import Checklist, Criterion


def draw(criterion: Criterion, checklist: Checklist) -> Drawing:
    """How a criterion of this checklist is asked, as data."""
    from cadre_tui.kinds.kind import setting_of  # noqa: PLC0415 - the modules of the package name it themselves
    from cadre_tui.kinds.registry import kind_of  # noqa: PLC0415

    return kind_of(criterion).draw(criterion, setting_of(criterion, checklist))
