"""Whether a criterion still means what it meant in another round: only then are two figures comparable."""

from cadre_tui.model.checklist import Checklist, Criterion, Scale, Section


def unchanged(before: Checklist, now: Checklist) -> frozenset[str]:
    """The criteria that are the same word for word in both, with the same scale, in the same kind of section."""
    was, held = _meanings(before), _meanings(now)
    return frozenset(each for each, meaning in held.items() if was.get(each) == meaning)


Meaning = tuple[Criterion, Scale | None, str, str]


def _meanings(checklist: Checklist) -> dict[str, Meaning]:
    scales = {each.id: each for each in checklist.scale}
    return {
        criterion.id: _meaning(checklist, section, criterion, scales)
        for section in checklist.section
        for criterion in section.criterion
    }


def _meaning(checklist: Checklist, section: Section, criterion: Criterion, scales: dict[str, Scale]) -> Meaning:
    not_applicable = checklist.na_rule if criterion.allow_na else ""
    return criterion, scales.get(getattr(criterion, "scale", "")), section.kind, not_applicable
