"""``cadre commend``: written, read by its receiver, counted, reported and hidden."""

from tests.cli.commands import Commands, refused
from tests.cli.test_whole_round import opened

__all__ = ["opened"]
ABOUT = ("--criterion", "core.mutual/plan.overall")


def written(county: Commands) -> str:
    told = county.by("q2", "commend", "write", "2026-h2", "q1", *ABOUT, "--text", "讲得清楚，带动了大家", "--json")
    assert told.code == 0, told
    return str(told.json["id"])


def test_a_word_of_encouragement_reaches_its_receiver_and_is_counted(opened: Commands) -> None:
    written(opened)
    told = opened.by("q1", "commend", "list", "2026-h2").out
    assert "李敏 就“" in told
    assert "讲得清楚" in told
    assert opened.by("q2", "commend", "list", "2026-h2").out == "没有留言。\n"
    counts = opened.by("zzb", "commend", "count", "2026-h2", "--json").json["units"]
    assert list(counts.values()) == [1]
    assert "城关镇" in opened.by("zzb", "commend", "count", "2026-h2").out
    refused(opened.by("q1", "commend", "count", "2026-h2"), 3)


def test_an_abusive_one_is_reported_and_hidden(opened: Commands) -> None:
    which = written(opened)
    assert opened.by("zzb", "commend", "list", "2026-h2", "--reported").out == "没有留言。\n"
    refused(opened.by("zzb", "commend", "hide", "2026-h2", "q1", which, "--reason", "不当"), 2)
    assert "请组织者处理" in opened.by("q1", "commend", "report", "2026-h2", which, "--reason", "说反话").out
    told = opened.by("zzb", "commend", "list", "2026-h2", "--reported").out
    assert "举报：说反话" in told
    assert "等待处理" in told
    assert opened.by("zzb", "commend", "hide", "2026-h2", "q1", which, "--reason", "言语不当").code == 0
    assert "已隐藏：言语不当" in opened.by("zzb", "commend", "list", "2026-h2", "--reported").out
    assert opened.by("q1", "commend", "list", "2026-h2").out == "没有留言。\n"
    assert opened.by("zzb", "commend", "count", "2026-h2").out == "还没有人写。\n"
    refused(opened.by("q1", "commend", "list", "2026-h2", "--reported"), 3)
