"""Every widget that shows what a learner or a pack wrote, each in a frame, and how a text comes into it."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.filter import LineFilter
from textual.widget import Widget
from textual.widgets import Static

from tutor.account import Restored
from tutor.app.harmless import HARMLESS
from tutor.app.map_words import change_words
from tutor.app.models.account_detail import Detail, DetailRow, DetailSection, RowKind
from tutor.app.models.devices import DeviceRow
from tutor.app.models.editor_completion import Proposal, Proposals
from tutor.app.models.editor_requests import Judged, Judgement, SideRequest
from tutor.app.models.finding import FindingRow, Reading
from tutor.app.models.form import Field
from tutor.app.models.heading import Heading
from tutor.app.models.home import HomePicture, LessonRow, LessonState, PlaceRow
from tutor.app.models.map import MapLine, MapPicture
from tutor.app.models.offer import Offer
from tutor.app.models.outline import Branch, BranchKind, Changes
from tutor.app.models.page import GapRow, GoalRow, LessonPage, OptionRow, PieceRow
from tutor.app.models.past import PastPicture, PastRow
from tutor.app.models.sandboxes import IdeaRow, SandboxChoice, SandboxKind, SandboxRow
from tutor.app.render.account_pen import Pen
from tutor.app.render.editor_diff import diff_lines
from tutor.app.render.output_lines import output_lines
from tutor.app.render.prose import blocks
from tutor.app.render.said import _echo as echo
from tutor.app.themes import THEMES
