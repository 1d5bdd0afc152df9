"""What the office of Linshan adds: known numbers, a check of whole responses, a document, an importer, observers."""

import json

from cadre_tui.plugins import Fact, FactSource, Importer, ReportFormat, ResponseCheck, Wrong, hookimpl

TOLD: list[object] = []
"""What the observers were told; a real plugin would write it somewhere."""


HOURS = {"q1": {"2026-03-01 县委党校": 40, "2026-05-12 网络学院": 56}}


def hours(person):
    entries = HOURS.get(person)
    if entries:
        told = tuple(f"{what} {count} 学时" for what, count in entries.items())
        yield Fact("study.hours", sum(entries.values()), told)


@hookimpl
def cadre_facts():
    yield FactSource("linshan.register", {"zh": "学习台账", "en": "Study register"}, ("study.hours",), hours)


def visited_what_is_stamped(checklist, answers):
    card, visits = answers.get("study.card"), answers.get("study.visits")
    if card and visits and card.number and not any((visits.lines or {}).values()):
        yield Wrong({"zh": "有积分而没有走访，请核对", "en": "Stamps without a visit: please look again"})


@hookimpl
def cadre_check_response():
    yield ResponseCheck("linshan.visited", "积分和走访对得上", "linshan.agency", visited_what_is_stamped)


def one_line(sheet):
    return f"{sheet['subject']['name']}\t{sheet['total']}\n".encode()


@hookimpl
def cadre_report_formats():
    yield ReportFormat("linshan.line", {"zh": "一行", "en": "One line"}, ".txt", one_line)


def people(content):
    for each in json.loads(content):
        yield {"编号": each["id"], "姓名": each["name"], "单位": each["unit"], "层级": each["level"]}


def ratings(content):
    for line in content.decode().splitlines():
        subject, rater, score = line.split()
        yield {"subject": subject, "rater": rater, "score": score}


@hookimpl
def cadre_importers():
    yield Importer("linshan.people", "人事系统导出", "roster", ".json", people)
    yield Importer("linshan.marks", "打分器导出", "ratings", ".marks", ratings)


@hookimpl
def cadre_round_opened(opened):
    TOLD.append(opened)


@hookimpl
def cadre_response_submitted(submitted):
    TOLD.append(submitted)
