"""What one printed thing is: its size, its words, its drawing."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Product(StrEnum):
    """For readers, for the printing house, for the screen."""

    ACCESSIBLE = "accessible"
    PRINTER = "printer"
    PNG = "png"
    SVG = "svg"


@dataclass(frozen=True, slots=True)
class Design:
    """Lengths are millimetres, type is points.

    `drawing` is Typst that defines `face(it)` with what `typst/korva.typ` offers. `phrases`
    are the keys of texts/ that it says, `needs` what an item must bring (`given_name`, `role`),
    `offers` what it may bring. With `sides` an item in two languages gets a page for each;
    otherwise both stand together. `module` is the smallest module of its code, `level` the
    code's error correction. `safe` is how far words stay from the cut.
    """

    name: str
    titles: Mapping[str, str]
    width: float
    height: float
    drawing: str
    smallest_type: float
    module: float
    safe: float
    phrases: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    offers: tuple[str, ...] = ()
    sides: bool = False
    level: str = "Q"
    round: bool = False

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]

    def pages(self, languages: int) -> int:
        """Pages of one item."""
        return languages if self.sides else 1
