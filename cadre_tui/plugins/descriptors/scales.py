"""A scale that several checklists of a county share."""

from dataclasses import dataclass

from cadre_tui.model.checklists.checklist import ScaleOption
from cadre_tui.plugins.descriptors.saying import Words


@dataclass(frozen=True)
class SharedScale:
    """A scale, named by a criterion's ``scale``; its options in order, the best with a score of 100.

    It is written into every checklist that names it, digest and all: an opened round needs no plugin.
    """

    name: str
    title: Words
    option: tuple[ScaleOption, ...]
