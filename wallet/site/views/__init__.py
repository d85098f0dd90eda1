"""What the templates show: finished values, already chosen, translated and formatted.

Nothing in a view is HTML. Foreign and learner's text comes as `Run` (one line) or `Prose` (Markdown), each with its
language where that differs from the page's, so that the renderer can mark and sanitise it in one place.
"""

from __future__ import annotations

from typing import TypeAlias

from wallet.site.views.badge import (
    AlignmentView,
    BadgeView,
    CheckView,
    Descriptor,
    EmbeddedView,
    EndorsementView,
    EvidenceView,
    IssuerView,
    OriginalView,
    ResultView,
)
from wallet.site.views.cards import CardView, CountView, ImageView, PictureView, StateView
from wallet.site.views.drawing import Bar, Line
from wallet.site.views.frame import Frame, LanguageLink, NavigationLink
from wallet.site.views.history import CreditsView, HistoryRow, HistoryView, HistoryYear
from wallet.site.views.site import (
    BadgesView,
    CheckingView,
    CheckTopic,
    ChooserView,
    HomeView,
    LanguageChoice,
    NameView,
    NotFoundPart,
    NotFoundView,
    OwnPageView,
    YearView,
)
from wallet.site.views.skills import FrameworkView, SkillBadgeView, SkillsView, SkillView
from wallet.site.views.social import CardPicture, CardSubject
from wallet.site.views.values import DateView, Fact, LinkView, NoteView, Prose, Run, TitleView

__all__ = [
    "AlignmentView",
    "BadgeView",
    "BadgesView",
    "Bar",
    "CardPicture",
    "CardSubject",
    "CardView",
    "CheckTopic",
    "CheckView",
    "CheckingView",
    "ChooserView",
    "CountView",
    "CreditsView",
    "DateView",
    "Descriptor",
    "EmbeddedView",
    "EndorsementView",
    "EvidenceView",
    "Fact",
    "Frame",
    "FrameworkView",
    "HistoryRow",
    "HistoryView",
    "HistoryYear",
    "HomeView",
    "ImageView",
    "IssuerView",
    "LanguageChoice",
    "LanguageLink",
    "Line",
    "LinkView",
    "NameView",
    "NavigationLink",
    "NotFoundPart",
    "NotFoundView",
    "NoteView",
    "OriginalView",
    "OwnPageView",
    "PictureView",
    "Prose",
    "ResultView",
    "Run",
    "SkillBadgeView",
    "SkillView",
    "SkillsView",
    "StateView",
    "TitleView",
    "View",
    "YearView",
]

View: TypeAlias = (
    HomeView
    | BadgesView
    | BadgeView
    | CheckingView
    | OwnPageView
    | ChooserView
    | NotFoundView
    | SkillsView
    | HistoryView
)
