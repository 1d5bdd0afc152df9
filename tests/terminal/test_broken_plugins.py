"""The real program in a real terminal, with every broken plugin installed and enabled: it opens, tells, closes."""

from pathlib import Path

from cadre_tui.plugins.allowed.permission import PermissionFile
from tests.plugins.zoo import BROKEN, Zoo
from tests.terminal import county
from tests.terminal.driver import Terminal
from tests.terminal.steps import sign_in


def test_with_broken_plugins_enabled_the_app_opens_tells_and_goes_on(folder: Path, zoo: Zoo) -> None:
    file = PermissionFile(folder)
    for name in (*BROKEN, "sound"):
        file.enable(name, "1.0")
    environment = {"PYTHONPATH": str(zoo.site), "CADRE_PLUGIN_SECONDS": "2"}
    with Terminal("--data", str(folder), columns=120, lines=40, environment=environment) as terminal:
        sign_in(terminal, county.ORGANISER, county.PASSWORD, "─ 考评轮次")
        terminal.wait_for("按 k 查看", "没有网络")
        terminal.press("k")
        terminal.wait_for("全部考评表", "已启用", "出错，未采用")
        terminal.press("escape")
        terminal.wait_for("考评轮次")
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert not terminal.left_behind()
    log = (folder / "cadre.log").read_text("utf-8")
    assert "RuntimeError: 没有网络" in log
    assert "plugin slow-hook took more than 2 seconds" in log
