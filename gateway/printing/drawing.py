"""A run drawn into files: several where one would be too large."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from gateway.core.unit import Unit
from gateway.printing.wanted import Wanted
from print_assets import printing, rendering
from print_assets.design import Product
from print_assets.item import Item
from print_assets.problem import CannotPrintError, Problem, refuse_if
from print_assets.rendering import Job
from print_assets.request import MOST_ITEMS

#: Pictures of so many items are held in memory at once.
_PICTURED = 50
#: The longer side of a preview.
_PREVIEW_PIXELS = 700
#: Told how many pages are done.
Reach = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Run:
    """All that is to be drawn, and as what."""

    job: Job
    product: Product

    @property
    def suffix(self) -> str:
        return f".{self.product}" if self.is_pictures else ".pdf"

    @property
    def is_pictures(self) -> bool:
        return self.product in (Product.PNG, Product.SVG)

    @property
    def pages(self) -> int:
        return sum(rendering.facts_of(part, self.product).pages for part in self.parts())

    def parts(self) -> list[Job]:
        """What is drawn at once."""
        if self.is_pictures and not self.job.sheet:
            return list(printing.parts(self.job, _PICTURED))
        if len(self.job.items) <= MOST_ITEMS:
            return [self.job]
        return list(printing.parts(self.job))


def items(
    wanted: Sequence[Wanted], units: Mapping[str, Unit], public: str, number: str
) -> list[Item]:
    """What print_assets draws. `units` have inherited the marks of those above: where one may not
    be texted, nothing says that it can."""
    return [
        Item(
            code=one.code,
            address=f"{public}/p/{one.code}",
            languages=one.languages,
            given_name=one.given_name,
            surname=one.surname,
            texts=one.texts,
            sms_number=number if one.unit in units and units[one.unit].sms_allowed else "",
            place=one.place,
        )
        for one in wanted
    ]


def names(run: Run) -> list[str]:
    """What tells the files of a run apart, in the order in which they are drawn."""
    if run.is_pictures:
        return [f"sheet-{n}" for n in range(1, run.pages + 1)] if run.job.sheet else _sides(run.job)
    count = len(run.parts())
    if count > 1:
        return [str(number) for number in range(1, count + 1)]
    # A reprint of one must not take the place of the batch that it is of.
    return [run.job.items[0].code if len(run.job.items) == 1 else ""]


def check(run: Run) -> list[Problem]:
    """Everything that is wrong before a page is drawn."""
    first = _before(run)
    wrong = {problem.where for problem in first}
    sound = [item for item in run.job.items if item.title not in wrong]
    if not first or not sound:
        return first
    # What is written wrongly hides what does not fit: the other rows are looked at again.
    return list(dict.fromkeys([*first, *_before(replace(run, job=replace(run.job, items=sound)))]))


def _before(run: Run) -> list[Problem]:
    if not run.job.items:
        return []
    return list(_collected(run, lambda part: printing.laid_out(part, run.product)))


def draw(run: Run, paths: Sequence[Path], reach: Reach) -> None:
    """Write the files of a run to `paths`. CannotPrintError with the problems of all parts."""
    queue, done = iter(paths), 0

    def write(part: Job) -> None:
        nonlocal done
        start, done = done, done + rendering.facts_of(part, run.product).pages
        for content in _drawn(run, part, lambda page: reach(start + page)):
            next(queue).write_bytes(content)
        reach(done)

    found = list(_collected(run, write))
    refuse_if(dict.fromkeys([*check(run), *found]) if found else ())


def contents(run: Run) -> list[bytes]:
    """The files of a short run, in the order of their names."""
    return [made for part in run.parts() for made in _drawn(run, part, lambda _: None)]


def preview(job: Job) -> list[bytes]:
    """The sides of a job as small pictures, after the checks that the print has to pass."""
    wide = max(job.design.width, job.design.height)
    return printing.pictures(job, Product.PNG, min(160, _PREVIEW_PIXELS / wide * 25.4))


def _drawn(run: Run, part: Job, reach: Reach) -> list[bytes]:
    if run.is_pictures:
        return printing.pictures(part, run.product)
    return [printing.pdf(part, run.product, reach)]


def _collected(run: Run, work: Callable[[Job], object]) -> Iterator[Problem]:
    for part in run.parts():
        try:
            work(part)
        except CannotPrintError as error:
            yield from error.problems


def _sides(job: Job) -> list[str]:
    return [
        f"{item.code}-{language}" if len(spoken) > 1 else item.code
        for item in job.items
        for spoken in [item.languages if job.design.sides else item.languages[:1]]
        for language in spoken
    ]
