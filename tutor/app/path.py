"""The path of lessons as Home shows it."""

from typing import TYPE_CHECKING

from tutor.app.models.home import HomePicture, LessonRow, LessonState, PlaceRow, SkillState
from tutor.course.index import LessonEntry, LessonIndex
from tutor.wording import Language

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tutor.course import Lesson, LessonRecord, ProgressStore


def home_picture(
    index: LessonIndex,
    progress: "ProgressStore | None",
    language: Language,
    last_sandbox: str = "",
    due: int = 0,
) -> HomePicture:
    """Every lesson there is with its progress; Continue leads to the last one, or to what follows it.

    `due` is the number of today's reviews.
    """
    rows = tuple(_row(entry, progress, language) for entry in index.entries)
    over = {LessonState.FINISHED, LessonState.MASTERED}
    unfinished = [row.id for row in rows if row.state not in over]
    last = progress.last_lesson if progress else None
    first = next((row.id for row in rows if row.id in unfinished and row.number > 0), None)
    first = first or next(iter(unfinished), rows[0].id if rows else "")
    behind = [row.id for row in rows]
    behind = behind[behind.index(last) + 1 :] if last in behind else []
    first = next((one for one in behind if one in unfinished), first)
    skills = progress.skills().values() if progress else ()
    return HomePicture(
        rows,
        last if last in unfinished else first,
        last_sandbox,
        due,
        asked=sum(bool(skill.asked or skill.failed) for skill in skills),
        right=sum(bool(skill.asked) for skill in skills),
    )


def _row(entry: LessonEntry, progress: "ProgressStore | None", language: Language) -> LessonRow:
    record = progress.lesson(entry.id) if progress else None
    skills = tuple(_state(claim, progress) for claim in entry.skills)
    if record is None:
        minutes = entry.minutes or None
        return LessonRow(
            entry.id, entry.order, entry.titles[language], LessonState.NEW, minutes, 0, 0, skills
        )
    from tutor.course import load_lesson

    lesson = load_lesson(entry.folder)
    return LessonRow(
        id=entry.id,
        number=entry.order,
        title=entry.titles[language],
        state=_lesson_state(record, skills),
        minutes=lesson.file.minutes,
        done=len(record.passed),
        steps=len(lesson.steps),
        skills=skills,
        places=() if record.finished else tuple(_places(lesson, record, language)),
    )


def _lesson_state(record: "LessonRecord", skills: tuple[SkillState, ...]) -> LessonState:
    if not record.finished:
        return LessonState.GOING if record.passed else LessonState.NEW
    mastered = all(skill is SkillState.MASTERED for skill in skills)
    return LessonState.MASTERED if mastered else LessonState.FINISHED


def _places(lesson: "Lesson", record: "LessonRecord", language: Language) -> "Iterator[PlaceRow]":
    """Save points that the learner has been to, but for the step where the lesson goes on anyway."""
    for number, step in enumerate(lesson.steps, start=1):
        if step.save_point and step.id in record.opened and step.id != record.step:
            yield PlaceRow(step.id, number, lesson.texts(step, language).title)


def _state(claim: str, progress: "ProgressStore | None") -> SkillState:
    """Asked and answered right comes after practised."""
    skill = progress.skills().get(claim) if progress else None
    if skill is None or not (skill.practised or skill.asked):
        return SkillState.OPEN
    return SkillState.MASTERED if skill.practised and skill.asked else SkillState.PRACTISED
