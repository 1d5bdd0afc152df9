"""A page of twenty plain rows, replaced by the next twenty at ``]``."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

ROWS = 20


class Rows(App[None]):
    """Pages of rows that draw nothing but a text."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("]", "next", "next")]
    page = 0

    def compose(self) -> ComposeResult:
        """The first page."""
        with VerticalScroll():
            yield from self.rows()

    def rows(self) -> list[Static]:
        """One page."""
        return [Static(f"{self.page}.{row} 年度个人学习计划是否建立", markup=False) for row in range(ROWS)]

    async def action_next(self) -> None:
        """Another page in the place of this one."""
        self.page += 1
        page = self.query_one(VerticalScroll)
        with self.batch_update():
            await page.remove_children()
            await page.mount_all(self.rows())


if __name__ == "__main__":
    Rows().run()
