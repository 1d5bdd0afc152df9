"""A document with a block of every kind."""

from fractions import Fraction

from cadre_tui.reports.document import (
    Bar,
    Bars,
    Column,
    Document,
    Fields,
    Heading,
    Paragraph,
    Question,
    Signatures,
    Table,
)

WICKED = "<b>&\"'\x07\ud800=1+1"
"""What a name may hold that was typed by somebody who means ill."""


def paper(**changes: str) -> Document:
    rows = tuple((f"第{at}项", str(at)) for at in range(60))
    blocks = (
        Fields((("姓名", "张建国"), ("单位", "城关镇"), ("总分", "81.6"))),
        Heading("一、总分"),
        Paragraph("正文一段。"),
        Paragraph(f"小字 {WICKED}", "note"),
        Table((Column("考评项", 80, "left"), Column("分值", 20)), rows),
        Bars("对照", (Bar("学习计划", (Fraction(5), None), ("5.00", "—"), Fraction(10)),), ("自评", "同事")),
        Question("1", "完成学时", "7 分", ("看学时证明。",), (("好", True), ("差", False)), (("理由", ""),)),
        Signatures(("签字：", "日期：")),
        Paragraph("清河县", "right"),
    )
    usual = {"title": "得分单", "pages": "第 {page} 页 共 {pages} 页", "subtitle": "上半年", "running": "张建国"}
    return Document(blocks=blocks, seal=("操作记录末条指纹：" + "0" * 64,), **{**usual, **changes})  # type: ignore[arg-type]
