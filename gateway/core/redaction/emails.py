"""E-mail addresses, also those written with (at)."""

import re

_HIDDEN = "[sähköposti]"
_EMAIL = re.compile(
    r"(?<![\w.%+-])[\w.%+-]+\s?(?:@|\(at\)|\[at\]|\(ät\)|\[ät\]|\(a\))\s?[\w-]+(?:\.[\w-]+)+",
    re.IGNORECASE,
)


def hide_emails(text: str) -> str:
    """Hide e-mail addresses."""
    return _EMAIL.sub(_HIDDEN, text) if "@" in text or "(" in text or "[" in text else text
