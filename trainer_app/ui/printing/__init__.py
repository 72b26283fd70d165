"""Paper: each kind of page is a `Drawing`, for a PDF or a printer.

    draw_attendance(table, words, file)                     an export, as `services.exporting` asks
    print_with_dialog(sign_in_drawing(sheet), window)       the same pages on a printer

Words on paper are in the language in use; a worker thread needs its caller's context for that.
"""

from __future__ import annotations

from trainer_app.ui.printing.attendance import attendance_drawing, draw_attendance
from trainer_app.ui.printing.help_card import HelpCard, HelpEntry, help_card_drawing
from trainer_app.ui.printing.output import Drawing, ensure_gui, print_with_dialog, write_pdf
from trainer_app.ui.printing.picture_cards import PictureCard, cards_drawing, draw_picture_cards
from trainer_app.ui.printing.plan_page import PlanPaper, PlanPart, plan_drawing
from trainer_app.ui.printing.recovery_page import draw_recovery_code, recovery_drawing
from trainer_app.ui.printing.sign_in_sheet import (
    SheetRow,
    SignInSheet,
    draw_sign_in_sheet,
    sign_in_drawing,
)

__all__ = [
    "Drawing",
    "HelpCard",
    "HelpEntry",
    "PictureCard",
    "PlanPaper",
    "PlanPart",
    "SheetRow",
    "SignInSheet",
    "attendance_drawing",
    "cards_drawing",
    "draw_attendance",
    "draw_picture_cards",
    "draw_recovery_code",
    "draw_sign_in_sheet",
    "ensure_gui",
    "help_card_drawing",
    "plan_drawing",
    "print_with_dialog",
    "recovery_drawing",
    "sign_in_drawing",
    "write_pdf",
]
