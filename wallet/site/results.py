"""Results with their scales: a number means nothing without the range it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from wallet.credentials.model import AchievementSubject, Result, ResultDescription, RubricCriterionLevel
from wallet.site.reader import Reader
from wallet.site.views import Fact, ResultView, Run
from wallet.site.words import result_status, result_type

__all__ = ["result_views"]


def result_views(reader: Reader, subject: AchievementSubject) -> tuple[ResultView, ...]:
    """Every result that says something, with the description that its issuer gave for it."""
    scales = {found.id: found for found in subject.achievement.result_description if found.id}
    views = (_view(reader, result, scales.get(result.result_description or "")) for result in subject.result)
    return tuple(view for view in views if view is not None)


def _view(reader: Reader, result: Result, scale: ResultDescription | None) -> ResultView | None:
    value = _value(reader, result, scale)
    if value is None:
        return None
    name = None
    if scale and scale.name:
        name = reader.run(scale.name)
    elif scale and scale.result_type:
        name = Run(text=result_type(reader, scale.result_type))
    return ResultView(name=name, value=value, scale=tuple(_scale(reader, result, scale)) if scale else ())


def _value(reader: Reader, result: Result, scale: ResultDescription | None) -> Run | None:
    level = _level(scale, result.achieved_level)
    if result.value is not None:
        percent = scale is not None and scale.result_type == "Percent" and result.value.strip()[-1:].isdigit()
        return Run(text=f"{result.value} %") if percent else reader.run(result.value)
    if level is not None and level.name:
        return reader.run(level.name)
    if result.status:
        return Run(text=result_status(reader, result.status))
    return None


def _level(scale: ResultDescription | None, level_id: str | None) -> RubricCriterionLevel | None:
    if scale is None or level_id is None:
        return None
    return next((level for level in scale.rubric_criterion_level if level.id == level_id), None)


def _scale(reader: Reader, result: Result, scale: ResultDescription) -> Iterator[Fact]:
    level = _level(scale, result.achieved_level)
    if level is not None and level.name and result.value is not None:
        yield Fact(label=reader.say("Level reached"), values=(reader.run(level.name),))
    if scale.result_type and scale.name:
        yield Fact(label=reader.say("Kind of result"), values=(Run(text=result_type(reader, scale.result_type)),))
    if scale.value_min is not None and scale.value_max is not None:
        span = reader.say("{lowest} to {highest}", lowest=scale.value_min, highest=scale.value_max)
        yield Fact(label=reader.say("Scale"), values=(Run(text=span),))
    elif scale.value_max is not None:
        yield Fact(label=reader.say("Highest possible"), values=(reader.run(scale.value_max),))
    if scale.allowed_value:
        yield Fact(label=reader.say("Scale"), values=(_joined(reader.run(value) for value in scale.allowed_value),))
    names = tuple(reader.run(step.name) for step in scale.rubric_criterion_level if step.name)
    if names:
        yield Fact(label=reader.say("Levels, lowest first"), values=(_joined(names),))
    yield from _required(reader, result, scale)


def _joined(runs: Iterable[Run]) -> Run:
    """Steps of one scale on one line, in the language of the first."""
    steps = tuple(runs)
    return Run(text=" · ".join(run.text for run in steps), language=steps[0].language)


def _required(reader: Reader, result: Result, scale: ResultDescription) -> Iterator[Fact]:
    required = _level(scale, scale.required_level)
    if scale.required_value is not None:
        yield Fact(label=reader.say("Required"), values=(reader.run(scale.required_value),))
    elif required is not None and required.name:
        yield Fact(label=reader.say("Required"), values=(reader.run(required.name),))
    if result.status and result.value is not None:
        yield Fact(label=reader.say("State of study"), values=(Run(text=result_status(reader, result.status)),))
