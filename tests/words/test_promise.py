"""What a form promises of who sees what is no more than the program keeps."""

from cadre_tui.locale import use
from cadre_tui.words.secrecy import promise


def test_a_confidential_round_tells_that_two_people_together_can_look() -> None:
    assert "两人一起打开" in promise(confidential=True, min_raters=5)
    use("en")
    assert "two people together" in promise(confidential=True, min_raters=5)
    use("zh")


def test_a_named_round_tells_who_sees_it() -> None:
    assert "组织者和被评人可以看到你的评分" in promise(confidential=False, min_raters=5)
