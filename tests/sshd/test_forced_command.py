"""Identity from the forced command of a real sshd: a key opens the program as its owner, and opens nothing else.

What these tests do step by step is what ``docs/organisers/accounts.md`` tells an administrator to do.
"""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cadre_tui.services.county import address, open_county
from cadre_tui.services.people import accounts, roster
from tests.sshd.server import PATIENCE, Server, free_port, make_key, running
from tests.terminal.driver import PROGRAM, Terminal

pytestmark = pytest.mark.sshd
ORGANISER = "zzb"
PASSWORD = "qinghe-2026"
HOME = "张建国 · 城关镇 副镇长"


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A county with an organiser and one cadre, who has no password at all."""
    folder = tmp_path_factory.mktemp("county") / "data"
    opened = open_county(address(folder))
    accounts.first_organiser(opened, ORGANISER, "组织部", PASSWORD, "清河县")
    table = folder.parent / "roster.csv"
    table.write_text("编号,姓名,单位,层级,职务\nq1,张建国,城关镇,乡科级干部,副镇长\n", "utf-8")
    roster.import_roster(accounts.sign_in(opened, ORGANISER, PASSWORD), table)
    return folder


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running(tmp_path_factory.mktemp("sshd")) as found:
        yield found


@pytest.fixture(scope="module")
def key(data: Path, server: Server) -> Path:
    """q1's key, let in as the organisers' page says."""
    public = make_key(server.folder / "q1")
    assert organiser(data, "account", "ssh", "on").returncode == 0
    line = organiser(data, "account", "ssh-key", "q1", str(public))
    assert line.returncode == 0, line.stderr
    server.authorized.write_text(line.stdout)
    return public.with_suffix("")


def organiser(data: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A command by the organiser."""
    command = [str(PROGRAM), "--lang", "zh", "--data", str(data), "--as", ORGANISER, *arguments]
    return subprocess.run(command, input=f"{PASSWORD}\n", capture_output=True, text=True, check=False)


def ask(
    server: Server, key: Path, *command: str, options: tuple[str, ...] = ()
) -> "subprocess.CompletedProcess[str]":
    """Run something at the other end, as somebody would who hopes for a shell."""
    return subprocess.run(
        [*server.client(key, *options), *command],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def connect(server: Server, key: Path, *options: str) -> Terminal:
    return Terminal(program=server.client(key, "-t", *options), environment={"LANG": "zh_CN.UTF-8"})


def test_a_key_opens_the_home_of_its_owner_without_a_password(server: Server, key: Path) -> None:
    with connect(server, key) as terminal:
        terminal.wait_for(HOME, "待办")
        assert "密码" not in terminal.text
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
        assert not terminal.left_behind()


def test_signing_out_ends_the_connection_and_offers_nobody_elses_sign_in(server: Server, key: Path) -> None:
    with connect(server, key) as terminal:
        terminal.wait_for(HOME)
        terminal.press("o")
        assert terminal.exit_code() == 0


@pytest.mark.parametrize(
    "command", [("id",), ("cat", "/etc/passwd"), ("cadre", "--as", "zzb", "results")], ids=" ".join
)
def test_no_other_command_is_run(server: Server, key: Path, command: tuple[str, ...]) -> None:
    told = ask(server, key, *command)
    assert told.returncode == 3
    assert told.stdout == ""
    assert told.stderr.startswith("这个登录只能打开干部学习考评")


def test_no_files_are_handed_over(server: Server, key: Path) -> None:
    told = ask(server, key, "sftp", options=("-s",))
    assert told.returncode == 3
    assert "uid=" not in told.stdout


def test_a_line_without_a_terminal_gets_one_sentence_and_no_shell(server: Server, key: Path) -> None:
    told = ask(server, key, options=("-T",))
    assert told.returncode == 2
    assert told.stderr.startswith("这里不是终端窗口")


def test_no_port_is_forwarded(server: Server, key: Path) -> None:
    port = free_port()
    with connect(server, key, "-o", "ExitOnForwardFailure=yes", "-R", f"127.0.0.1:{port}:127.0.0.1:1") as terminal:
        assert terminal.exit_code() == 255
    told = ask(server, key, options=("-W", f"127.0.0.1:{server.port}"))
    assert told.returncode == 255
    assert "SSH-2.0" not in told.stdout


def test_variables_from_the_other_side_change_nobody(server: Server, key: Path) -> None:
    with connect(server, key, "-o", "SetEnv=CADRE_DATA=/ CADRE_TOKEN=zzb:x SSH_ORIGINAL_COMMAND=") as terminal:
        terminal.wait_for(HOME)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0


def test_a_key_that_is_not_authorized_gets_nowhere(server: Server, key: Path) -> None:
    stranger = make_key(server.folder / "stranger").with_suffix("")
    assert ask(server, stranger, "id").returncode == 255


def test_once_the_county_forbids_it_the_line_is_of_no_use(data: Path, server: Server, key: Path) -> None:
    assert organiser(data, "account", "ssh", "off").returncode == 0
    try:
        with connect(server, key) as terminal:
            terminal.wait_until(lambda: "没有允许由 sshd" in terminal.text.replace("\n", ""), "the refusal")
            assert terminal.exit_code() == 3
    finally:
        assert organiser(data, "account", "ssh", "on").returncode == 0


def test_each_entry_stands_in_the_log_of_the_program(data: Path, server: Server, key: Path) -> None:
    with connect(server, key) as terminal:
        terminal.wait_for(HOME)
        terminal.press("ctrl+q")
        assert terminal.exit_code() == 0
    assert ", q1 by sshd" in (data / "cadre.log").read_text("utf-8")
    assert oct((data / "cadre.log").stat().st_mode & 0o777) == "0o600"
    assert os.environ.get("CADRE_TOKEN") is None
