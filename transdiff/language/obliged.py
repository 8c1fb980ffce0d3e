"""Who had to do something, where the verb of it means no more than *had*: *мала відвідати*.

``obliging`` under ``[tense]`` of a pack lists such verbs; an infinitive behind one makes it a duty
or a plan, anything else a possession.
"""

from __future__ import annotations

from collections.abc import Iterator

from transdiff.language.content import is_content
from transdiff.language.passage import Passage

_BETWEEN = 1
"""Content words that may stand between: *мала у вівторок відвідати*."""


def obliged(passage: Passage) -> Iterator[int]:
    """Yield the places of the verbs behind which an infinitive says what had to be done."""
    verbs = passage.pack.words("tense", "obliging")
    endings = tuple(passage.pack.words("voice", "infinitive"))
    for at, word in enumerate(passage.words if verbs and endings else ()):
        if word.fold in verbs and _next_is_infinitive(passage, at, endings):
            yield at


def _next_is_infinitive(passage: Passage, at: int, endings: tuple[str, ...]) -> bool:
    passed = 0
    for word in passage.words[at + 1 :]:
        if not is_content(word, passage.lang):
            continue
        if word.fold.endswith(endings):
            return True
        passed += 1
        if passed > _BETWEEN:
            break
    return False
