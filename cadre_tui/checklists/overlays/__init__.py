"""Tailoring: an overlay is read, laid on its base, and judged as the flat checklist that it makes."""

from cadre_tui.checklists.overlays.resolve import Judged, Origin, Written, contested, source, tailor

__all__ = ["Judged", "Origin", "Written", "contested", "source", "tailor"]
