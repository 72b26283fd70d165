"""Paper: each kind of page is a `Drawing`, for a PDF or a printer.

    draw_attendance(table, words, file)                     an export, as `services.exporting` asks
    print_with_dialog(sign_in_drawing(sheet), window)       the same pages on a printer
    with stoppable(asked.is_set): write_pdf(drawing, file, title)       ends with Stopped

Words on paper are in the language in use; a worker thread needs its caller's context for that.
"""

from __future__ import annotations

from trainer_app.ui.printing.attendance import attendance_drawing, draw_attendance
from trainer_app.ui.printing.consent_form import ConsentForm, consent_drawing
from trainer_app.ui.printing.evening_sheet import EveningSheet, SheetSlot, evening_drawing
from trainer_app.ui.printing.help_card import HelpCard, HelpEntry, help_card_drawing
from trainer_app.ui.printing.hours_statement import HoursStatement, statement_drawing
from trainer_app.ui.printing.in_kind_sheet import InKindRow, InKindSheet, in_kind_drawing
from trainer_app.ui.printing.next_slip import NextSlip, slips_drawing
from trainer_app.ui.printing.output import (
    Drawing,
    ask_for_printer,
    copies,
    ensure_gui,
    in_words_of,
    print_with_dialog,
    together,
    write_pdf,
)
from trainer_app.ui.printing.paper import Stopped, stoppable
from trainer_app.ui.printing.partners import (
    Backer,
    Backing,
    backing_height,
    backing_of,
    backing_strip,
    draw_backing,
)
from trainer_app.ui.printing.picture_cards import PictureCard, cards_drawing, draw_picture_cards
from trainer_app.ui.printing.plan_page import PlanPaper, PlanPart, plan_drawing
from trainer_app.ui.printing.project_consent import ConsentSheet, consent_sheets
from trainer_app.ui.printing.project_paper import (
    Given,
    ProjectPaper,
    Reached,
    project_drawing,
)
from trainer_app.ui.printing.published_paper import draw_published, published_drawing
from trainer_app.ui.printing.recovery_page import draw_recovery_code, recovery_drawing
from trainer_app.ui.printing.room_poster import RoomPoster, poster_drawing
from trainer_app.ui.printing.sign_in_sheet import (
    SheetRow,
    SignInSheet,
    draw_sign_in_sheet,
    sign_in_drawing,
)
from trainer_app.ui.printing.table_paper import draw_table
from trainer_app.ui.printing.take_home import TakeHomeCard, take_home_drawing

__all__ = [
    "Backer",
    "Backing",
    "ConsentForm",
    "ConsentSheet",
    "Drawing",
    "EveningSheet",
    "Given",
    "HelpCard",
    "HelpEntry",
    "HoursStatement",
    "InKindRow",
    "InKindSheet",
    "NextSlip",
    "PictureCard",
    "PlanPaper",
    "PlanPart",
    "ProjectPaper",
    "Reached",
    "RoomPoster",
    "SheetRow",
    "SheetSlot",
    "SignInSheet",
    "Stopped",
    "TakeHomeCard",
    "ask_for_printer",
    "attendance_drawing",
    "backing_height",
    "backing_of",
    "backing_strip",
    "cards_drawing",
    "consent_drawing",
    "consent_sheets",
    "copies",
    "draw_attendance",
    "draw_backing",
    "draw_picture_cards",
    "draw_published",
    "draw_recovery_code",
    "draw_sign_in_sheet",
    "draw_table",
    "ensure_gui",
    "evening_drawing",
    "help_card_drawing",
    "in_kind_drawing",
    "in_words_of",
    "plan_drawing",
    "poster_drawing",
    "print_with_dialog",
    "project_drawing",
    "published_drawing",
    "recovery_drawing",
    "sign_in_drawing",
    "slips_drawing",
    "statement_drawing",
    "stoppable",
    "take_home_drawing",
    "together",
    "write_pdf",
]
