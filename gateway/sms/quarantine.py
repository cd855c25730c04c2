"""Keeping a request that can't be read, and reading it again later."""

import base64
import json
from dataclasses import asdict
from datetime import UTC, datetime

from gateway.core.errors import InputError
from gateway.crypto import Vault
from gateway.sms.inbound import new_id
from gateway.sms.provider import Request
from gateway.store.quarantine import KEPT, Kept


def keep(vault: Vault, provider: str, kind: str, reason: str, request: Request) -> Kept:
    """The request as it is kept: all of it, encrypted."""
    content = asdict(request) | {
        "headers": dict(request.headers),
        "body": base64.b64encode(request.body).decode(),
    }
    return Kept(
        id=new_id(),
        provider=provider,
        kind=kind,
        reason=reason,
        state=KEPT,
        cipher=vault.encrypt(json.dumps(content)),
        received_at=datetime.now(UTC),
    )


def reopen(vault: Vault, kept: Kept) -> Request:
    """The request that was kept. Raises `InputError` when its content has been erased, and
    `Undecipherable` when its key is gone."""
    if kept.cipher is None:
        raise InputError(f"nothing is left of request {kept.id}: it is {kept.state}")
    content = json.loads(vault.decrypt(kept.cipher))
    return Request(
        method=content["method"],
        url=content["url"],
        headers=content["headers"],
        body=base64.b64decode(content["body"]),
    )
