"""Taking filled forms: one batch is judged and written in one transaction."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

import uuid_utils

from gateway import intake
from gateway.core.case import CONTACT, MISUSE, URGENT, OpenedCase
from gateway.core.filled_form import FilledForm
from gateway.core.misuse import COPY_WITHIN, Circumstances, suspicion
from gateway.core.response import FORM, PAPER, Response
from gateway.crypto import Vault
from gateway.settings import HELSINKI
from gateway.store import contacts, forms
from gateway.store.contacts import Wish
from gateway.store.database import Connection
from gateway.store.places import Place
from gateway.store.writer import Batch

#: What became of a form: it is new, or it was taken before.
TAKEN, AGAIN = "taken", "again"


@dataclass(frozen=True, slots=True)
class SentForm:
    """A filled form without problems, and how it came; `urgent`: its words call for help now.
    `written_on` is the day on a paper card; what is typed in now was said then."""

    key: str
    place: Place
    question_set: str
    language: str
    filled: FilledForm
    received_at: datetime
    took: timedelta
    urgent: bool = False
    trapped: bool = False
    in_queue: bool = False
    channel: str = FORM
    written_on: date | None = None


def taker(vault: Vault) -> Batch[SentForm, str]:
    """The function that takes a batch of forms, for `Writer.submit`: what became of each."""

    def take_all(connection: Connection, sent: Sequence[SentForm]) -> list[str]:
        before = forms.known_keys(connection, [form.key for form in sent])
        new: dict[str, SentForm] = {}
        for form in sent:
            if form.key not in before:
                new.setdefault(form.key, form)
        if new:
            _store(connection, vault, list(new.values()))
        return [TAKEN if new.get(form.key) is form else AGAIN for form in sent]

    return take_all


def _store(connection: Connection, vault: Vault, sent: Sequence[SentForm]) -> None:
    digests = [_digest(vault, form) for form in sent]
    since = min(form.received_at for form in sent) - COPY_WITHIN
    equal = Counter(forms.equal_since(connection, set(digests), since))
    responses, cases, wishes = [], [], []
    for form, digest in zip(sent, digests, strict=True):
        response, opened = _response(form, equal[digest])
        responses.append(response)
        cases += opened
        wishes += _wishes(vault, form, response)
        equal[digest] += 1
    intake.put(connection, responses, cases, wishes)
    forms.remember(
        connection,
        [
            forms.Taken(form.key, digest, form.received_at)
            for form, digest in zip(sent, digests, strict=True)
        ],
    )


def _response(form: SentForm, equal: int) -> tuple[Response, list[OpenedCase]]:
    filled = form.filled
    held = _held(form, equal)
    response = Response(
        id=str(uuid_utils.uuid7()),
        source=forms.SOURCE,
        key=form.key,
        unit_id=form.place.counted_for,
        channel=form.channel,
        day=form.written_on or form.received_at.astimezone(HELSINKI).date(),
        received_at=form.received_at,
        language=form.language,
        score=filled.score,
        answers=filled.answers,
        comment=filled.comment,
        held=held,
        question_set=form.question_set,
        role=filled.role,
        helper=filled.helper,
    )
    kinds = [URGENT if form.urgent else MISUSE] if held else []
    if filled.details:
        kinds.append(CONTACT)
    return response, [
        OpenedCase(kind, response.unit_id, response.id, None, form.received_at) for kind in kinds
    ]


def _held(form: SentForm, equal: int) -> str:
    if form.urgent:
        return URGENT
    if form.channel == PAPER:
        return ""  # Who types cards in has a token, is quick, and has a pile that says the same.
    why = Circumstances(form.trapped, form.took, equal, form.in_queue)
    return suspicion(why, form.filled.comment)


def _wishes(vault: Vault, form: SentForm, response: Response) -> list[Wish]:
    if not form.filled.details:
        return []
    return [contacts.wish(vault, response.id, form.filled.details, form.received_at)]


def _digest(vault: Vault, form: SentForm) -> bytes:
    filled = form.filled
    said = [filled.score, dict(filled.answers), filled.comment, filled.role, filled.helper]
    where = form.place.code or form.place.unit_key
    return vault.hash(f"form|{where}|{json.dumps(said, sort_keys=True)}")
