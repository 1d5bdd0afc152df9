"""What stands there instead of a torn screen."""

from typing import Final

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from cadre_tui.locale import _

LEAST: Final = Size(60, 15)
"""The smallest terminal in which every screen can be used."""


class TooSmall(Widget, can_focus=True):
    """Covers the screen while the terminal is too small and takes the keys, so that nothing is answered blindly."""

    def render(self) -> Content:
        """One sentence."""
        sentence = _(
            "窗口太小：现在是 {width}×{height}，至少要 {least_width}×{least_height}。放大后接着做，内容都在。"
        )
        now = self.screen.size
        return Content(
            sentence.format(width=now.width, height=now.height, least_width=LEAST.width, least_height=LEAST.height)
        )

    async def on_key(self, event: events.Key) -> None:
        """No key goes further; Ctrl+Q is heard before."""
        event.stop()
        event.prevent_default()
