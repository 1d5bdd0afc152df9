"""Workbooks for tests: sheets as lists of rows, and the example of the format page as a workbook."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

from openpyxl import Workbook

Sheets = Mapping[str, Sequence[Sequence[Any]]]

AGENCY: dict[str, list[list[Any]]] = {
    "考评表": [
        ["编号", "qinghe.agency"], ["版本", "2026.1"], ["名称", "清河县机关学习考评表"],
        ["名称（英文）", "Qinghe agency learning checklist"], ["语言", "中文"], ["发布单位", "清河县委组织部"],
        ["文号", "清组发〔2026〕3号"],
        ["批准日期", "2026-03-01"], ["适用对象", "机关干部"], ["用途", "自我检查、互评"],
        ["总分", 100], ["不适用时", "折算"], ["小数位数", 1], ["进位", "四舍五入"],
    ],
    "考评项": [
        ["节编号", "节名称", "节名称(en)", "节类型", "节分值", "节封顶", "编号", "类型", "考评内容", "考评内容(en)",
         "重点检查", "量表", "分值", "单位", "每次分值", "封顶", "可不适用", "佐证", "理由", "评分说明",
         "否决条件等于", "否决等次"],
        ["plan", "学习计划建立与实施", "Study plan established and carried out", "", 60, "", "plan.written", "评级",
         "年度个人学习计划是否建立", "Is there a written study plan for the year?", "计划", "level-4", 20,
         "", "", "", "", "必填", "最好最差时必填", "看计划文本：目标、内容、进度、责任四要素齐全。"],
        ["", "", "", "", "", "", "plan.sessions", "计次", "双周集中学习次数", "", "", "", 30, "次", 1.5, 30],
        ["", "", "", "", "", "", "plan.station", "是否", "是否建有学习站点", "", "", "", 10, "", "", "", "是"],
        ["work", "学习内容与工作结合", "", "", 40, "", "work.applied", "扣分", "学习成果转化", "", "", "", 40],
        ["extra", "加分", "", "加分", "", 5, "extra.article", "计次", "调研文章刊用", "", "", "", "", "", "", 5],
        ["conduct", "一票否决", "", "扣分", "", "", "conduct.fake", "是否", "学习资料是否弄虚作假", "", "", "", "",
         "", "", "", "", "", "", "", "是", "fail"],
    ],
    "选项": [
        ["量表", "代码", "文字", "得分"], ["level-4", "good", "好", 100], ["", "fair", "较好", 80],
        ["", "average", "一般", 60], ["", "poor", "差", 40], ["", "unknown", "不了解"],
    ],
    "扣分细则": [
        ["考评项", "编号", "文字", "每次分值", "最低", "最高", "封顶"],
        ["work.applied", "no-report", "缺调研报告", 5, "", "", 20], ["", "weak-duty", "责任不落实", "", 1, 5],
        ["extra.article", "county", "县级", 1], ["", "province", "省级", 3],
    ],
    "等次": [
        ["代码", "文字", "最低分", "条件考评项", "条件至少"], ["excellent", "优秀", 90, "plan.sessions", 20],
        ["pass", "合格", 60], ["fail", "不合格", 0],
    ],
}  # fmt: skip


def agency() -> dict[str, list[list[Any]]]:
    """A copy that may be changed."""
    return deepcopy(AGENCY)


def workbook(sheets: Sheets) -> Workbook:
    """A workbook of those sheets; texts that begin with ``=`` are formulas."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for at, row in enumerate(rows, start=1):
            for position, value in enumerate(row, start=1):
                if value not in ("", None):
                    sheet.cell(at, position, value)
    return book


def written(sheets: Sheets, path: Path) -> Path:
    """Those sheets as a file."""
    workbook(sheets).save(path)
    return path
