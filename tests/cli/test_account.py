"""``cadre account`` and the slips to print: who may sign in, as what, and how."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.cli.commands import PASSWORD, ROSTER, Commands, refused

KEY = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAABAgMEBQYHCAkKCwwNDg8QERITFBUWFxgZGhscHR4f"


def log(county: Commands) -> str:
    """The audit log as it is stored."""
    return "".join(each.read_text("utf-8") for each in sorted((county.folder / "data" / "audit").glob("*.json")))


def test_accounts_are_listed_with_roles_and_whether_they_can_sign_in(peopled: Commands) -> None:
    peopled.by("zzb", "codes", "q1")
    told = peopled.by("zzb", "account", "list", "--json").json["accounts"]
    assert [(each["person"], each["roles"], each["entry"]) for each in told] == [
        ("q1", ["cadre"], "code"),
        ("q2", ["cadre"], "none"),
        ("q3", ["cadre"], "none"),
        ("q4", ["cadre"], "none"),
        ("zzb", ["organiser"], "password"),
    ]
    assert re.search(r"^zzb +组织部 +组织者 +已设密码$", peopled.by("zzb", "account", "list").out, re.M)
    only = peopled.by("zzb", "account", "list", "--role", "organiser", "--json").json["accounts"]
    assert [each["person"] for each in only] == ["zzb"]


def test_roles_are_granted_and_revoked_and_noted(peopled: Commands) -> None:
    told = peopled.by("zzb", "account", "grant", "q1", "clerk", "--unit", "城关镇")
    assert (told.code, told.err) == (0, "")
    assert "单位联络员（城关镇）" in told.out
    assert peopled.by("zzb", "account", "grant", "jw1", "supervisor", "--name", "纪一", "--json").json["roles"] == [
        "supervisor"
    ]
    assert "单位联络员" not in peopled.by("zzb", "account", "revoke", "q1", "clerk").out
    assert refused(peopled.by("zzb", "account", "revoke", "q1", "clerk"), 2).startswith("“q1”没有这个身份")
    assert refused(peopled.by("zzb", "account", "revoke", "zzb", "organiser"), 2).startswith("除此以外没有能登录的")
    assert refused(peopled.by("zzb", "account", "show", "nobody"), 2).startswith("花名册里没有这些编号")
    codes = re.findall(r'"code": ?"([a-z-]+)"', log(peopled))
    assert [each for each in codes if each.startswith("role-")] == ["role-given", "role-given", "role-taken"]


def test_a_wait_is_seen_and_lifted(peopled: Commands) -> None:
    for _each in range(5):
        refused(peopled("--as", "q1", "sign-in", stdin="wrong\n"), 3)
    assert refused(peopled("--as", "q1", "sign-in", stdin="wrong\n"), 3).startswith("连续输错的次数太多")
    (line,) = peopled.by("zzb", "account", "list", "--waiting", "--json").json["accounts"]
    assert line["person"] == "q1"
    assert 0 < line["wait"] <= 30
    assert "还要等" in peopled.by("zzb", "account", "show", "q1").out
    assert peopled.by("zzb", "account", "unlock", "q1", "--json").json == {"person": "q1", "waited": True}
    assert peopled.by("zzb", "account", "list", "--waiting").out == "没有这样的账号。\n"


def test_a_reset_ends_the_password_and_is_noted_without_the_code(peopled: Commands) -> None:
    peopled.activate_all()
    (told,) = peopled.by("zzb", "account", "reset", "q2", "--json").json["codes"]
    assert refused(peopled("--as", "q2", "sign-in", stdin="password-q2\n"), 3).startswith("编号（姓名）")
    assert '"accounts-reset"' in log(peopled)
    assert told["code"] not in log(peopled)


def test_ones_own_password_is_changed_by_who_knows_the_old_one(peopled: Commands) -> None:
    peopled.activate_all()
    wrong = peopled.by("q1", "account", "password", stdin="wrong\npassword-new\n")
    assert refused(wrong, 3).startswith("原来的密码不对")
    assert peopled.by("q1", "account", "password", stdin="password-q1\npassword-new\n").code == 0
    assert peopled("--as", "q1", "account", "password", stdin="password-new\npassword-q1\n").code == 0
    assert peopled("--as", "q1", "sign-in", stdin="password-q1\n").code == 0


def test_the_minutes_until_the_lock_are_settled(county: Commands) -> None:
    assert county.by("zzb", "account", "idle").out == "10 分钟没有按键就锁屏。\n"
    assert county.by("zzb", "account", "idle", "0").out == "不锁屏。\n"
    assert county.by("zzb", "account", "idle", "--json").json == {"minutes": 0}
    assert refused(county.by("zzb", "account", "idle", "1441"), 2).startswith("锁屏的分钟数")


class Page(HTMLParser):
    """Reads a page of slips; whatever could load or run something is remembered."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.slips: list[str] = []
        self.tags: set[str] = set()
        self.outside: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.outside += [name for name, _value in attrs if name in {"src", "href", "onload", "onclick"}]
        if tag == "section":
            self.slips.append("")

    def handle_data(self, data: str) -> None:
        if self.slips:
            self.slips[-1] += data


def test_slips_are_written_to_a_page_that_only_its_owner_reads(county: Commands, tmp_path: Path) -> None:
    evil = ROSTER.replace("张建国", "<script>张</script>&amp;").replace("副镇长", "[a1]\"镇长'")
    assert county.by("zzb", "roster", "import", county.file("roster.csv", evil), "--yes").code == 0
    to = tmp_path / "激活码.html"
    told = county.by("zzb", "codes", "--to", to)
    assert told.code == 0
    assert told.out.startswith("共 4 个激活码，写在")
    assert to.stat().st_mode & 0o777 == 0o600
    written = to.read_text("utf-8")
    page = Page(written)
    assert len(page.slips) == 4
    assert page.tags == {"html", "head", "meta", "title", "style", "body", "main", "section", "h1", "h2", "p", "span"}
    assert not page.outside
    assert not re.search(r"url\(|@import|https?:", written)
    assert "<script>张</script>&amp;" in page.slips[0]
    assert "城关镇 [a1]\"镇长'" in page.slips[0]
    code = re.search(r"[A-Z2-9]{4}(?:-[A-Z2-9]{4}){3}", page.slips[1])
    assert code
    assert county("--as", "q2", "sign-in", "--activate", stdin=f"{code[0]}\npassword-q2\n").code == 0


def test_a_file_that_is_there_is_left_alone_and_no_code_is_lost(peopled: Commands, tmp_path: Path) -> None:
    there = peopled.file("there.html", "kept")
    assert refused(peopled.by("zzb", "codes", "--to", there), 2).endswith("请换一个文件名。")
    assert there.read_text() == "kept"
    assert refused(peopled.by("zzb", "codes", "--to", tmp_path / "no" / "where.html"), 2).startswith("写不了")
    new = tmp_path / "new.html"
    assert refused(peopled.by("zzb", "codes", "nobody", "--to", new), 2).startswith("花名册里没有")
    assert not new.exists()
    assert len(peopled.by("zzb", "codes", "--json").json["codes"]) == 4
    assert "领过激活码" in peopled.by("zzb", "codes", "--to", new).out
    assert not new.exists()


def test_a_public_key_becomes_a_line_that_opens_the_program_alone(peopled: Commands) -> None:
    key = peopled.file("q1.pub", KEY + " somebody@somewhere\n")
    told = peopled.by("zzb", "account", "ssh-key", "q1", key)
    assert told.code == 0
    assert re.fullmatch(
        r'restrict,pty,command="[^"\n]+ --lang zh --data [^"\n]+ ssh-entry --person q1" ' + re.escape(KEY) + " q1\n",
        told.out,
    )
    assert "cadre account ssh on" in told.err
    assert peopled.by("zzb", "account", "ssh", "on", "--json").json == {"ssh": True}
    assert peopled.by("zzb", "account", "ssh-key", "q1", key).err == ""
    assert '"SHA256:' in log(peopled)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a key",
        f"{KEY}\n{KEY}\n",
        f'command="sh" {KEY}\n',
        f"no-pty {KEY}\n",
        "ssh-ed25519 AAAA\n",
        "ssh-rsa " + KEY.split()[1],
        "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Bl\n-----END OPENSSH PRIVATE KEY-----\n",
        "ssh-ed25519 " + KEY.split()[1] + '"\n',
        "ssh-dss AAAAB3NzaC1kc3M=\n",
    ],
)
def test_what_is_not_one_public_key_is_refused(text: str, peopled: Commands) -> None:
    told = peopled.by("zzb", "account", "ssh-key", "q1", peopled.file("q1.pub", text))
    assert refused(told, 2).startswith("这个文件里不是一个 OpenSSH 公钥")


def test_only_an_organiser_manages_accounts(peopled: Commands) -> None:
    peopled.activate_all()
    key = peopled.file("q1.pub", KEY)
    for command in (
        ("list",),
        ("show", "q1"),
        ("grant", "q1", "organiser"),
        ("revoke", "zzb", "organiser"),
        ("unlock", "q2"),
        ("reset", "q2"),
        ("idle", "0"),
        ("ssh", "on"),
        ("ssh-key", "q1", key),
    ):
        assert (
            refused(peopled.by("q1", "account", *command), 3)
            == "这件事要以“组织者”的身份办，你没有这个身份：请找有这个身份的人办。"
        )


def test_the_entry_from_sshd_is_closed_unless_the_county_opens_it(
    peopled: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(peopled("ssh-entry", "--person", "q1"), 3).startswith("这个县没有允许由 sshd")
    assert peopled.by("zzb", "account", "ssh", "on").code == 0
    assert refused(peopled("ssh-entry", "--person", "nobody"), 3).startswith("花名册里已经没有你")
    monkeypatch.setenv("SSH_ORIGINAL_COMMAND", "id")
    assert refused(peopled("ssh-entry", "--person", "q1"), 3).startswith("这个登录只能打开干部学习考评")
    monkeypatch.delenv("SSH_ORIGINAL_COMMAND")
    monkeypatch.setattr("os.geteuid", lambda: 4711)
    assert refused(peopled("ssh-entry", "--person", "q1"), 3).startswith("运行程序的账号不是数据文件夹的主人")
    assert "ssh-entry" not in peopled("--help").out


def test_an_office_holder_who_enters_without_a_password_is_noted(peopled: Commands) -> None:
    assert peopled.by("zzb", "account", "ssh", "on").code == 0
    for person in ("zzb", "q1"):
        assert peopled("ssh-entry", "--person", person).code == 2, "a test has no terminal"
    assert log(peopled).count('"entered-by-ssh"') == 1
    assert PASSWORD not in log(peopled)
