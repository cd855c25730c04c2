"""Where forms are handed out and taken in: what all handlers of this room share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from aiohttp import web

from gateway.core.errors import StoreUnavailable
from gateway.core.filled_form import Fields, FilledForm, Problem, read_form
from gateway.core.question_set import QuestionSet
from gateway.core.reading import read
from gateway.crypto import Vault
from gateway.qr import ticket as tickets
from gateway.qr.counts import FORMS, TAKING
from gateway.qr.form_page import Filled, FormPages, Visit
from gateway.qr.guessing import WrongCodes
from gateway.qr.posted import Unreadable, read_fields
from gateway.qr.remembered import Places, Scans
from gateway.qr.taking import TAKEN, SentForm
from gateway.qr.ticket import Ticket
from gateway.questions import newest_question_set
from gateway.store.database import Database
from gateway.store.places import Place
from gateway.store.writer import Batch, Writer
from gateway.web.assets import Assets, takes_gzip
from gateway.web.language import chosen
from gateway.web.pages import Pages, in_language
from gateway.workers import Bell

#: A form is anew for everybody: a browser must neither keep it nor show it again to the next one.
_HEADERS = {"Cache-Control": "no-store", "Vary": "Accept-Language, Accept-Encoding"}
_PACKED = _HEADERS | {"Content-Type": "text/html; charset=utf-8", "Content-Encoding": "gzip"}


@dataclass(frozen=True, slots=True, eq=False)
class Desk:
    """Hands forms out and takes them in."""

    pages: Pages
    assets: Assets
    forms: FormPages
    sets: Mapping[str, QuestionSet]
    places: Places
    scans: Scans
    wrong_codes: WrongCodes
    database: Database
    writer: Writer
    vault: Vault
    take: Batch[SentForm, str]
    labelling: Bell
    counting: Bell

    def language(self, request: web.Request) -> str:
        """The language of a page for this caller."""
        accepted = request.headers.get("Accept-Language", "")
        return chosen(request.query.get("kieli", ""), accepted, self.pages.languages, "fi")

    def visit(self, request: web.Request, path: str, place: Place) -> Visit:
        """What the address and the phone ask for; what they name and we don't have is passed
        over."""
        wanted = request.query.get("kysely", "")
        names = {one.name for one in self.sets.values()}
        name = wanted if wanted in names else place.question_set
        return Visit(
            path=path,
            place=place,
            question_set=newest_question_set(self.sets, name),
            language=self.language(request),
            in_queue=request.query.get("tapa") == "jono",
        )

    def hand_out(self, request: web.Request, visit: Visit) -> web.Response:
        """An empty form."""
        frame = self.forms.empty(visit)
        written = self._ticket(visit, tickets.issue(datetime.now(UTC)))
        if takes_gzip(request):
            return web.Response(body=frame.fill_packed(written), headers=_PACKED)
        return _html(frame.fill(written))

    async def take_in(self, request: web.Request, visit: Visit) -> web.Response:
        """See other when the form has been stored, else the form again with what is wrong."""
        with TAKING.time():
            try:
                fields = await read_fields(request)
            except Unreadable as error:
                FORMS.labels("unreadable").inc()
                return self.message(request, "wrong", error.status, text=error.text)
            return await self._take(request, self._as_sent(visit, fields), fields)

    async def _take(self, request: web.Request, visit: Visit, fields: Fields) -> web.Response:
        now = datetime.now(UTC)
        ticket = tickets.read(self.vault, fields.get("ticket", ""), *_bound(visit))
        filled = read_form(visit.question_set, fields, may_contact=visit.place.has_owner)
        if ticket is None or now - ticket.issued_at > tickets.VALID:
            FORMS.labels("expired").inc()
            expired = Problem(visit.steps[0].name, "form.error.expired", whole=True)
            key = ticket.key if ticket else tickets.issue(now).key
            return self._again(visit, Ticket(key, now), fields, expired, *filled.problems)
        if filled.problems:
            FORMS.labels("corrected").inc()
            return self._again(visit, ticket, fields, *filled.problems)
        sent = sent_form(visit, ticket, filled, now, trapped=bool(fields.get("homepage")))
        try:
            outcome = await self.writer.submit(self.take, sent)
        except StoreUnavailable:
            FORMS.labels("store unavailable").inc()
            return self.message(request, "busy", 503, text="page.busy")
        FORMS.labels(outcome).inc()
        if outcome == TAKEN:
            self.labelling.ring()
            self.counting.ring()
        return _see_thanks(visit, sent)

    def _as_sent(self, visit: Visit, fields: Fields) -> Visit:
        """The visit with the questions and the language that the form was made with."""
        language = fields.get("lang", "")
        return Visit(
            path=visit.path,
            place=visit.place,
            question_set=self.sets.get(fields.get("set", ""), visit.question_set),
            language=language if language in self.pages.languages else visit.language,
            in_queue=visit.in_queue,
        )

    def _again(
        self, visit: Visit, ticket: Ticket, fields: Fields, *problems: Problem
    ) -> web.Response:
        filled = Filled(fields, problems)
        page = self.forms.filled(visit, self._ticket(visit, ticket), filled)
        return _html(page.encode(), status=422)

    def _ticket(self, visit: Visit, ticket: Ticket) -> str:
        return tickets.write(self.vault, ticket, *_bound(visit))

    def thank(self, visit: Visit, *, urgent: bool, contact: bool) -> web.Response:
        """What is said when a form has been stored."""
        page = self.pages.render(
            "thanks.html",
            visit.language,
            style=visit.question_set.style,
            switch={
                code: _thanks(visit, urgent=urgent, contact=contact, kieli=code)
                for code in self.pages.languages
            },
            urgent=urgent,
            contact=contact,
            changed=in_language(visit.place.changed, visit.language),
            in_queue=visit.in_queue,
            again=visit.address(),
        )
        return _html(page.encode())

    def message(
        self,
        request: web.Request,
        name: str,
        status: int,
        *,
        text: str = "",
        place: Place | None = None,
        typed: str | None = None,
        retry_after: float = 0,
    ) -> web.Response:
        """A page that says why there is no form; with a field for a code when one was `typed`."""
        language = self.language(request)
        key = text or f"page.{name}"
        page = self.pages.render(
            "message.html",
            language,
            style="",
            switch=self._switch(request),
            name=name,
            message=self.pages.say(language, key, code=(typed or "")[:20]),
            place_name=in_language(place.names, language) if place else None,
            address=in_language(place.address, language) if place else ("fi", ""),
            asks_code=typed is not None,
            typed=(typed or "")[:20],
            give=_give(language, place),
        )
        more = {"Retry-After": str(int(retry_after) + 1)} if retry_after else {}
        return _html(page.encode(), status=status, headers=_HEADERS | more)

    def _switch(self, request: web.Request) -> Mapping[str, str] | None:
        """The same page in the other languages. What was sent can't be asked for again."""
        if request.method != "GET":
            return None
        return {
            code: str(request.rel_url.update_query(kieli=code)) for code in self.pages.languages
        }


DESK = web.AppKey("desk", Desk)


def _bound(visit: Visit) -> tuple[str, str]:
    where = visit.place.code or f"unit:{visit.place.unit_key}"
    return where, visit.question_set.id


def sent_form(
    visit: Visit, ticket: Ticket, filled: FilledForm, now: datetime, *, trapped: bool = False
) -> SentForm:
    """A filled form without problems as it is handed to the writer."""
    return SentForm(
        key=ticket.key,
        place=visit.place,
        question_set=visit.question_set.id,
        language=visit.language,
        filled=filled,
        received_at=now,
        took=now - ticket.issued_at,
        urgent=bool(filled.comment) and read(filled.comment, "comment").urgent,
        trapped=trapped,
        in_queue=visit.in_queue,
    )


def _thanks(visit: Visit, *, urgent: bool, contact: bool, **changed: str) -> str:
    said = {"apu": urgent, "yhteys": contact}
    more = {name: "1" for name, is_so in said.items() if is_so}
    return visit.address(**changed, **more).replace("?", "/kiitos?", 1)


def _see_thanks(visit: Visit, sent: SentForm) -> web.Response:
    address = _thanks(visit, urgent=sent.urgent, contact=bool(sent.filled.details))
    return web.Response(status=303, headers={**_HEADERS, "Location": address})


def _give(language: str, place: Place | None) -> str:
    unit = {"paikka": place.unit_key} if place else {}
    return f"/palaute?{urlencode({'kieli': language} | unit)}"


def _html(body: bytes, *, status: int = 200, headers: Mapping[str, str] = _HEADERS) -> web.Response:
    return web.Response(
        body=body, status=status, content_type="text/html", charset="utf-8", headers=headers
    )
