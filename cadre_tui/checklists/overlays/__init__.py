"""Tailoring: an overlay is read, laid on its base, and judged as the flat checklist that it makes."""

from cadre_tui.checklists.overlays.resolve import Judged, Origin, Written, contested, source, tailor
from cadre_tui.checklists.overlays.tracing import Traced, left_out, trace

__all__ = [
    "Judged",
    "Origin",
    "Traced",
    "Written",
    "contested",
    "left_out",
    "source",
    "tailor",
    "trace",
]
