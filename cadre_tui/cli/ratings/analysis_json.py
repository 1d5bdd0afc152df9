"""What ``cadre analyse --json`` answers. A figure that cannot be had is null, and ``reasons`` beside it says why."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any

from cadre_tui.model.results.analysis import (
    TARGET,
    Absent,
    Agreement,
    Analysis,
    Fitted,
    Flag,
    GroupFigures,
    RaterFigures,
    SubjectFigures,
)
from cadre_tui.words.results.analysis import meaning, question, reason


def as_json(found: Analysis) -> dict[str, Any]:
    """The whole answer; numbers are not rounded."""
    told: dict[str, Any] = {
        "subjects": {name: _subject(each) for name, each in found.subjects.items()},
        "raters": {name: _rater(each) for name, each in found.raters.items()},
        "agreement": _agreement(found.agreement),
        "connected": found.components == 1,
        "components": found.components,
    }
    if found.groups:
        told["groups"] = {name: _group(each) for name, each in found.groups.items()}
    told["model"] = _fitted(found.fitted)
    told |= _figures({"ranking": found.ranking})
    told["not_judged"] = {code: _reason(each) for code, each in found.not_judged.items()}
    return told


def _figures(figures: Mapping[str, object]) -> dict[str, Any]:
    """Each figure as JSON has it; the reasons of those that are absent follow, where there are any."""
    told = {name: _value(each) for name, each in figures.items()}
    reasons = {name: _reason(each) for name, each in figures.items() if isinstance(each, Absent)}
    return told | ({"reasons": reasons} if reasons else {})


def _value(value: object) -> Any:
    if isinstance(value, Absent):
        return None
    if isinstance(value, Fraction):
        return float(value)
    return list(value) if isinstance(value, tuple) else value


def _reason(absent: Absent) -> dict[str, str]:
    return {"code": absent.code, "message": reason(absent)}


def _subject(each: SubjectFigures) -> dict[str, Any]:
    return _figures(
        {
            "n": each.n,
            "mean": each.mean,
            "median": each.median,
            "trimmed": each.trimmed,
            "adjusted": each.adjusted,
            "sensitivity": each.sensitivity,
            "error": each.error,
            "band": each.band,
            "adjusted_error": each.adjusted_error,
            "piece": each.piece,
        }
    )


def _rater(each: RaterFigures) -> dict[str, Any]:
    flags = [_flag(flag) for flag in each.flags]
    figures = {"n": each.n, "severity": each.severity, "flags": flags, "mean": each.mean}
    return _figures(figures | {"severity_error": each.severity_error, "piece": each.piece})


def _flag(flag: Flag) -> dict[str, Any]:
    values = {key: _value(value) for key, value in flag.values.items()}
    return {"code": flag.code, "question": question(flag), "false_alarm_rate": flag.chance, "values": values}


def _group(each: GroupFigures) -> dict[str, Any]:
    return _figures({"n": each.n, "mean": each.mean, "severity": each.severity})


def _agreement(found: Agreement) -> dict[str, Any]:
    others = {
        "kendall_w": found.kendall_w,
        "fleiss_kappa": found.fleiss_kappa,
        "generalisability": found.generalisability,
        "raters_needed": found.raters_needed,
    }
    told = _figures({**found.icc, **found.alpha, **others})  # the reasons of all stand in one place
    return {
        "icc": {name: told.pop(name) for name in found.icc},
        "alpha": {name: told.pop(name) for name in found.alpha},
        **told,
        "raters_needed_for": float(TARGET),
        "raters_needed_from": found.needed_from,
        "meaning": meaning(found),
    }


def _fitted(found: Fitted) -> dict[str, Any]:
    interval = found.shrink_interval
    low, high = (interval, interval) if isinstance(interval, Absent) else interval
    return _figures(
        {
            "shrink": found.shrink,
            "shrink_low": low,
            "shrink_high": high,
            "shrink_given": found.given,
            "robust": found.robust,
            "threshold": found.threshold,
            "weighted_down": found.weighted_down,
            "free": found.free,
            "residual_variance": found.residual_variance,
            "rater_variance": found.rater_variance,
            "subject_variance": found.subject_variance,
        }
    )
