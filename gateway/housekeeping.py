"""The worker that closes windows and erases what has been kept long enough."""

from datetime import UTC, datetime, timedelta

from gateway.settings import Settings
from gateway.store.housekeeping import Deadlines, tidy
from gateway.store.writer import Writer


async def tidy_up(settings: Settings, writer: Writer) -> None:
    """Do once what time demands."""
    now = datetime.now(UTC)
    await writer.run(lambda connection: tidy(connection, deadlines(settings, now), now))


def deadlines(settings: Settings, now: datetime) -> Deadlines:
    """What has been kept long enough at `now`, by the settings of retention."""
    kept = settings.retention

    def before(**ago: int) -> datetime:
        return now - timedelta(**ago)

    return Deadlines(
        late_replies=before(days=kept.late_reply_days),
        rest=before(days=settings.asking.rest_days),
        taken=before(days=kept.taken_days),
        parts=before(days=kept.part_days),
        quarantine=before(days=kept.quarantine_days),
        texts=before(days=kept.text_days),
        audit=before(days=kept.audit_days),
        reports=before(hours=settings.sms.report_wait_hours),
    )
