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
from wallet.site.views.cards import CardView, CountView, ImageView, PictureView, SourceView, StateView
from wallet.site.views.dossier import CollectionView, CvRow, CvView
from wallet.site.views.drawing import Bar, Line
from wallet.site.views.editions import EditionView
from wallet.site.views.frame import Frame, LanguageLink, NavigationLink
from wallet.site.views.history import CreditsView, HistoryRow, HistoryView, HistoryYear
from wallet.site.views.holder import ControlView, PresentationView
from wallet.site.views.listing import FilterView, OptionView, PlaceView
from wallet.site.views.past import PastView
from wallet.site.views.pathways import (
    PathwayBadge,
    PathwayLink,
    PathwayProgress,
    PathwaysView,
    PathwayView,
    RequirementView,
)
from wallet.site.views.recheck import RecheckView
from wallet.site.views.recipients import RecipientForm, RecipientKind
from wallet.site.views.shared import EndedView, LockedView, SharedBadge, SharedFile, SharedPicture, SharedView
from wallet.site.views.sharing import EmbedView, ProfileView, QrView, ShareView, ShortChoice, ShortView, SnippetView
from wallet.site.views.site import (
    BadgesView,
    CheckingView,
    CheckTopic,
    ChooserView,
    CollectionLink,
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
from wallet.site.views.values import DateView, Fact, LinkView, NoteView, PlacedPicture, Prose, Run, TitleView

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
    "CollectionLink",
    "CollectionView",
    "ControlView",
    "CountView",
    "CreditsView",
    "CvRow",
    "CvView",
    "DateView",
    "Descriptor",
    "EditionView",
    "EmbedView",
    "EmbeddedView",
    "EndedView",
    "EndorsementView",
    "EvidenceView",
    "Fact",
    "FilterView",
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
    "LockedView",
    "NameView",
    "NavigationLink",
    "NotFoundPart",
    "NotFoundView",
    "NoteView",
    "OptionView",
    "OriginalView",
    "OwnPageView",
    "PastView",
    "PathwayBadge",
    "PathwayLink",
    "PathwayProgress",
    "PathwayView",
    "PathwaysView",
    "PictureView",
    "PlaceView",
    "PlacedPicture",
    "PresentationView",
    "ProfileView",
    "Prose",
    "QrView",
    "RecheckView",
    "RecipientForm",
    "RecipientKind",
    "RequirementView",
    "ResultView",
    "Run",
    "ShareView",
    "SharedBadge",
    "SharedFile",
    "SharedPicture",
    "SharedView",
    "ShortChoice",
    "ShortView",
    "SkillBadgeView",
    "SkillView",
    "SkillsView",
    "SnippetView",
    "SourceView",
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
    | PathwayView
    | PathwaysView
    | CollectionView
    | CvView
    | ShortView
    | EmbedView
    | SharedView
    | LockedView
    | EndedView
)
