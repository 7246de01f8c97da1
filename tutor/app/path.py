"""The path of lessons as Home shows it."""

from typing import TYPE_CHECKING

from tutor.app.models.home import HomePicture, LessonRow, SkillRow, SkillState
from tutor.course.index import LessonEntry, LessonIndex
from tutor.wording import Language

if TYPE_CHECKING:
    from tutor.course import ProgressStore


def home_picture(progress: "ProgressStore | None", language: Language) -> HomePicture:
    """Every lesson there is with its progress; Continue leads to the last one that is not finished."""
    rows = tuple(_row(entry, progress, language) for entry in LessonIndex.list().entries)
    unfinished = [row.id for row in rows if not row.finished]
    last = progress.last_lesson if progress else None
    first = unfinished[0] if unfinished else (rows[0].id if rows else "")
    return HomePicture(rows, last if last in unfinished else first)


def _row(entry: LessonEntry, progress: "ProgressStore | None", language: Language) -> LessonRow:
    record = progress.lesson(entry.id) if progress else None
    steps, minutes = 0, None
    if record is not None:
        from tutor.course import load_lesson

        lesson = load_lesson(entry.folder)
        steps, minutes = len(lesson.steps), lesson.file.minutes
    return LessonRow(
        id=entry.id,
        number=entry.order,
        title=entry.titles[language],
        minutes=minutes,
        done=len(record.passed) if record else 0,
        steps=steps,
        finished=record.finished if record else False,
        skills=tuple(SkillRow(claim, _state(claim, progress)) for claim in entry.skills),
    )


def _state(claim: str, progress: "ProgressStore | None") -> SkillState:
    """Asked and answered right comes after practised."""
    skill = progress.skills().get(claim) if progress else None
    if skill is None or not (skill.practised or skill.asked):
        return SkillState.OPEN
    return SkillState.MASTERED if skill.practised and skill.asked else SkillState.PRACTISED
