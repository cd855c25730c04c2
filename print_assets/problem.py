"""What stands in the way of printing, in words that name the remedy."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing to mend: where it is (`row 3`, `page 7`, `theme`), what it is, what to do."""

    where: str
    what: str
    remedy: str = ""

    def __str__(self) -> str:
        return f"{self.where}: {self.what}" + (f"; {self.remedy}" if self.remedy else "")


class CannotPrintError(Exception):
    """Nothing was printed; `problems` holds all that was found, at once."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def refuse_if(problems: Iterable[Problem]) -> None:
    """Raise CannotPrintError when there are any."""
    if found := tuple(problems):
        raise CannotPrintError(found)
