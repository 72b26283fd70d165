"""What the command on lesson packs does: looks at one without any store."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from trainer_app import places
from trainer_app.services.pictures import Pictures


def look_at_pack(file: Path) -> dict[str, Any]:
    """What a lesson pack says it is, and what is not in style about it.

    Raises what `open_pack` and the examining raise; UnknownThing for a translation of a lesson
    that is not one of the program's.
    """
    from trainer_app.bundles.packs.examining import examine_lesson
    from trainer_app.bundles.packs.opening import open_pack
    from trainer_app.bundles.packs.translating import examine_translation
    from trainer_app.content.checks import RULES
    from trainer_app.content.library import LessonLibrary
    from trainer_app.services.pack_offers import code_of

    pack, pictures, bundled = open_pack(file), Pictures(), places.lessons()
    label = pack.label
    with pictures.at_work():
        if label.kind == "lesson":
            examined = examine_lesson(pack, pictures.decoded, bundled)
        else:
            lesson = LessonLibrary(bundled).lesson(label.lesson)
            examined = examine_translation(pack, pictures.decoded, lesson)
    findings = [{**asdict(found), "says": RULES[found.rule]} for found in examined.findings]
    return {
        "kind": label.kind,
        "lesson": label.lesson,
        "title": label.title,
        "version": label.version,
        "languages": list(examined.languages),
        "author": label.author,
        "key": code_of(label.key),
        "origin": label.origin,
        "files": len(pack.files),
        "bytes": sum(map(len, pack.files.values())),
        "findings": findings,
    }
