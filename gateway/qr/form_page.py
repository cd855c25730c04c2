"""The page of one form: its questions in one language, empty or with what was filled in."""

from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode

from gateway.core.filled_form import Problem
from gateway.core.question_set import QuestionSet, Step
from gateway.core.response import HELPERS, ROLES
from gateway.qr.compressed import Frame, frame
from gateway.questions import newest_question_set
from gateway.store.places import Place
from gateway.web.pages import Pages, in_language

_MARK = "\x02ticket\x03"
_MOST_FRAMES = 500


@dataclass(frozen=True, slots=True)
class Visit:
    """What a form is opened with: where it stands, which questions, in which language, and whether
    the phone goes from hand to hand."""

    path: str
    place: Place
    question_set: QuestionSet
    language: str
    in_queue: bool = False

    def address(self, **changed: str) -> str:
        """The address of this form, some of its choices changed."""
        chosen = {"kieli": self.language, "kysely": self.question_set.name}
        if self.in_queue:
            chosen["tapa"] = "jono"
        if not self.place.code and self.place.unit_key:
            chosen["paikka"] = self.place.unit_key
        return f"{self.path}?{urlencode(chosen | changed)}"

    @property
    def looks(self) -> tuple[object, ...]:
        """What decides how the empty form looks."""
        place = self.place
        return (
            *(self.path, place.unit_key, tuple(place.names.items()), place.has_owner),
            *(self.question_set.id, self.language, self.in_queue),
        )

    @property
    def steps(self) -> Sequence[Step]:
        """The questions that are asked here: a contact is offered only where somebody answers
        for it."""
        steps = self.question_set.steps
        return [step for step in steps if step.kind != "contact" or self.place.has_owner]


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the fields, and what is wrong with it."""

    values: Mapping[str, str] = field(default_factory=dict)
    problems: Sequence[Problem] = ()


NOTHING = Filled()


@dataclass(frozen=True, slots=True)
class FormPages:
    """Forms as pages. An empty one is made once for each visit alike."""

    pages: Pages
    sets: Mapping[str, QuestionSet]
    frames: OrderedDict[object, Frame] = field(default_factory=OrderedDict)

    def empty(self, visit: Visit) -> Frame:
        """The page around the ticket."""
        name = visit.looks
        known = self.frames.get(name)
        if known is None:
            known = self.frames[name] = frame(self.filled(visit, _MARK, NOTHING), _MARK)
            if len(self.frames) > _MOST_FRAMES:
                self.frames.popitem(last=False)
        return known

    def filled(
        self,
        visit: Visit,
        ticket: str,
        filled: Filled,
        template: str = "form.html",
        **more: object,
    ) -> str:
        """The page with values and problems."""
        said = [(problem, self._say(visit, problem)) for problem in filled.problems]
        others = [newest_question_set(self.sets, name) for name in visit.question_set.others]
        return self.pages.render(
            template,
            visit.language,
            **more,
            style=visit.question_set.style,
            switch={code: visit.address(kieli=code) for code in self.pages.languages},
            here=visit.address(),
            question_set=visit.question_set,
            steps=visit.steps,
            others=[
                {"title": other.title, "address": visit.address(kysely=other.name)}
                for other in others
            ],
            roles=ROLES,
            helpers=HELPERS,
            place_name=in_language(visit.place.names, visit.language),
            change_place="" if visit.place.code else f"/palaute/paikka?kieli={visit.language}",
            in_queue=visit.in_queue,
            ticket=ticket,
            values=defaultdict(str, filled.values),
            errors={one.name: message for one, message in reversed(said) if not one.whole},
            problems=[
                {
                    "anchor": f"f-{one.name}",
                    "asked": "" if one.whole else self._asked(visit, one.name),
                    "message": message,
                }
                for one, message in said
            ],
        )

    def _say(self, visit: Visit, problem: Problem) -> str:
        return self.pages.say(visit.language, problem.text, **problem.values)

    def _asked(self, visit: Visit, name: str) -> str:
        """The question that a field belongs to."""
        asked = [step.ask for step in visit.steps if name in (step.name, *step.details)]
        return self.pages.say(visit.language, asked[0]) if asked else ""
