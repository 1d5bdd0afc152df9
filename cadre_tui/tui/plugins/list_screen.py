"""Every checklist and plugin of this installation, and how each stands: for organisers and supervisors."""

from typing import ClassVar

from cadre_tui.locale import N_, _
from cadre_tui.services import plugins
from cadre_tui.services.plugins import Known
from cadre_tui.services.session import Session
from cadre_tui.tui.actions import BACK, RELOAD, Action
from cadre_tui.tui.page_screen import PageScreen
from cadre_tui.tui.plugins import ways
from cadre_tui.tui.plugins.page import Doors, PluginMenu
from cadre_tui.tui.widgets.menu_list import MenuList


class PluginsScreen(PageScreen[Known]):
    """A line each; Enter opens one."""

    ACTIONS: ClassVar[tuple[Action, ...]] = (
        Action("open", "enter", N_("打开"), N_("看光标处的考评表或插件：由谁提供，能不能用，为什么"), handled=True),
        Action("move", "up,down", N_("上下"), N_("上下移动"), shows="↑↓", handled=True),
        BACK,
        RELOAD,
    )

    def guidance(self) -> str:
        """Where they come from, and how one is put into use."""
        return _(
            "这里列出内置的、放进数据文件夹下 checklists 里的、安装的全部考评表，以及安装的 Python 插件。"
            "有问题的不采用，下面一行写着原因；按 Enter 看详情，逐条看错在哪里、怎么改。"
            "考评表只是数据，不用启用；Python 插件是程序，组织者启用以后才运行，只认启用时的版本。"
        )

    def headed(self) -> str:
        """The heading until they are there."""
        return _("考评表和插件")

    def read(self, session: Session) -> Known:
        """On a thread: enabled plugins are run, and given up when they are slow."""
        return plugins.known(session)

    def action_reload(self) -> None:
        """A slow plugin takes a while until it is given up: the page is not just empty meanwhile."""
        if self._page is None:
            self.notice(_("正在读取，请稍候……"))
        super().action_reload()

    def _take_in(self, page: Known) -> None:
        if self._page is None:
            self.notice("")
        super()._take_in(page)

    def action_refresh(self) -> None:
        """Look for files and packages anew."""
        self.host.county.look_again()
        super().action_refresh()

    def action_open(self) -> None:
        """From the palette."""
        self.query_one(MenuList).choose()

    def show(self, page: Known) -> None:
        """Draw them; the cursor stays where it was."""
        left_out = page.left_out
        self.heading(self.headed(), _("{count} 个没有采用").format(count=left_out) if left_out else "")
        doors = Doors(
            offer=lambda offer: ways.open_offer(self.app, str(offer.source.path)),
            plugin=lambda record: ways.open_plugin(self.app, record.brought_by, record.name),
        )
        self.query_one(MenuList).offer(PluginMenu(page, doors, self.glyphs))
