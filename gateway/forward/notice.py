"""What an alert says to the people who look after cases."""

from gateway.forward.destination import Alert
from gateway.settings import HELSINKI, Language


def of(alert: Alert, language: Language) -> tuple[str, str]:
    """Subject and body, in the alert's own texts."""
    kind = alert.texts.say(language, f"alert.kind.{alert.kind}")
    unit = alert.unit[language] or alert.unit["fi"]
    opened = alert.opened_at.astimezone(HELSINKI)
    subject = alert.texts.say(language, "alert.subject", kind=kind, unit=unit)
    body = alert.texts.say(
        language,
        "alert.body",
        kind_first=kind[:1].upper() + kind[1:],
        unit=unit,
        day=f"{opened:%d.%m.%Y}",
        time=f"{opened:%H.%M}",
        hours=alert.waited_minutes // 60,
        minutes=alert.waited_minutes % 60,
        look=alert.look,
        acknowledge=alert.acknowledge,
    )
    return subject, body
