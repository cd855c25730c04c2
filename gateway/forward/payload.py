"""The JSON form of an alert, the same on every destination that speaks JSON."""

import json

from gateway.forward.destination import Alert


def of_alert(alert: Alert) -> bytes:
    """`case.alert.v1`: which case waits where and for how long, nothing of what was written."""
    return json.dumps(
        {
            "type": "case.alert.v1",
            "timestamp": alert.sent_at.isoformat(),
            "data": {
                "case": alert.case_id,
                "kind": alert.kind,
                "unit": dict(alert.unit),
                "owner": alert.owner,
                "opened_at": alert.opened_at.isoformat(),
                "waited_minutes": alert.waited_minutes,
                "look": alert.look,
            },
        },
        ensure_ascii=False,
    ).encode()
