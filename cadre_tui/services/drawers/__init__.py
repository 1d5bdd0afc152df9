"""A rater's drawer: read as the round has it now (``carrying``), changed over what is stored (``writing``)."""

from cadre_tui.services.drawers.drawer import change_drawer, drawer_in, read_drawer, wait_for_drawer

__all__ = ["change_drawer", "drawer_in", "read_drawer", "wait_for_drawer"]
