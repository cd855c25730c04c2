"""What a serving process tells of itself: whether its parts work, how much waits."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from prometheus_client import Gauge

from gateway.classify import Classifying
from gateway.core.errors import StoreUnavailable
from gateway.forward import alerting, delivering
from gateway.store import inspection, labels, outbound
from gateway.store.database import Database
from gateway.web.keys import Check, Refresh

UNLABELLED = Gauge("korva_comments_unlabelled", "Comments that wait for their label")
LABEL_AGE = Gauge("korva_label_lag_seconds", "How long the oldest comment has waited for a label")
SET_ASIDE = Gauge("korva_comments_set_aside", "Comments that no reader could label")
UNSENT = Gauge("korva_sms_due", "Messages that are due and not sent", ["kind"])
UNSENT_AGE = Gauge("korva_sms_due_age_seconds", "How long the oldest due message waits", ["kind"])

#: Beyond this, replies come so late that people wonder: the gateway is not ready for more.
_LONGEST_REPLY_WAIT_S = 600


def checks(database: Database, readers: Sequence[Classifying]) -> Mapping[str, Check]:
    """What must hold for the gateway to be ready."""

    async def database_answers() -> str | None:
        try:
            await database.read(inspection.answers)
        except StoreUnavailable as error:
            return str(error)
        return None

    async def model_loads() -> str | None:
        return next((reader.problem for reader in readers if reader.problem), None)

    async def replies_go_out() -> str | None:
        try:
            waiting = await database.read(outbound.backlog, datetime.now(UTC))
        except StoreUnavailable as error:
            return str(error)
        count, age = waiting.get(outbound.REPLY, (0, 0.0))
        if age > _LONGEST_REPLY_WAIT_S:
            return f"{count} replies wait, the oldest for {age:.0f} s: does the operator answer?"
        return None

    return {"database": database_answers, "model": model_loads, "backlog": replies_go_out}


def refreshers(database: Database) -> tuple[Refresh, ...]:
    """What brings the gauges up to date."""

    async def comments() -> None:
        count, oldest, aside = await database.read(labels.backlog)
        UNLABELLED.set(count)
        SET_ASIDE.set(aside)
        LABEL_AGE.set((datetime.now(UTC) - oldest).total_seconds() if oldest else 0)

    async def messages() -> None:
        waiting = await database.read(outbound.backlog, datetime.now(UTC))
        for kind in (outbound.REPLY, outbound.INVITATION):
            count, age = waiting.get(kind, (0, 0.0))
            UNSENT.labels(kind).set(count)
            UNSENT_AGE.labels(kind).set(age)

    async def deliveries() -> None:
        await delivering.measure(database, datetime.now(UTC))

    async def cases() -> None:
        await alerting.measure(database)

    return comments, messages, deliveries, cases
