"""清河县对通用考评表的补充规定：改了哪几处，别的都没动。 What Qinghe's overlay changes, and that the rest stays."""

from cadre_tui.testing import ChecklistSuite, read_checklist, score


class TestCore(ChecklistSuite):
    checklist = "../qinghe.core.toml"
    examples = 20

    def test_only_what_the_county_decided_differs_from_the_base(self) -> None:
        base = {each.id: each for each in read_checklist("core.learning|2026.1").criteria()}
        own = {each.id: each for each in self.read.criteria()}
        assert base.keys() - own.keys() == {"group.records"}
        assert own.keys() - base.keys() == {"qinghe.dialect"}
        changed = {each for each in base.keys() & own.keys() if base[each] != own[each]}
        assert changed == {"work.problems"}
        assert (base["work.problems"].points, own["work.problems"].points) == (7, 10)

    def test_a_talk_in_the_dialect_earns_its_three_points(self) -> None:
        (row,) = [each for each in score(self.read, {"qinghe.dialect": {"yes": True}}).criteria if each.score]
        assert (row.id, row.score) == ("qinghe.dialect", 3)
