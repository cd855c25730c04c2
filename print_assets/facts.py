"""What a file of ours says about itself in its keywords, so that it can be judged alone."""

from collections.abc import Sequence
from dataclasses import dataclass

from print_assets import designs, sheet
from print_assets.design import Design, Product
from print_assets.problem import CannotPrintError, Problem
from print_assets.sheet import Sheet

_OURS = "korva"


@dataclass(frozen=True, slots=True)
class Facts:
    """`sides` counts printed sides of all items together."""

    design: Design
    product: Product
    items: int
    sides: int
    languages: tuple[str, ...]
    sheet: Sheet | None = None
    start: int = 1

    @property
    def pages(self) -> int:
        """How many the file must have."""
        if self.sheet is None:
            return self.sides
        return -(-(self.sides + self.start - 1) // self.sheet.labels)


def written(facts: Facts) -> list[str]:
    """As keywords."""
    pairs = {
        "design": facts.design.name,
        "product": facts.product.value,
        "items": str(facts.items),
        "sides": str(facts.sides),
        "languages": "+".join(facts.languages),
    }
    if facts.sheet:
        pairs |= {"sheet": facts.sheet.name, "start": str(facts.start)}
    return [_OURS, *(f"{key}={value}" for key, value in pairs.items())]


def read(keywords: Sequence[str]) -> Facts:
    """Facts out of keywords; CannotPrintError for a file that is not ours."""
    pairs = dict(keyword.split("=", 1) for keyword in keywords if "=" in keyword)
    try:
        return Facts(
            design=designs.named(pairs["design"]),
            product=Product(pairs["product"]),
            items=int(pairs["items"]),
            sides=int(pairs["sides"]),
            languages=tuple(pairs["languages"].split("+")),
            sheet=sheet.named(pairs["sheet"]) if "sheet" in pairs else None,
            start=int(pairs.get("start", "1")),
        )
    except (KeyError, ValueError) as error:
        raise CannotPrintError(
            [Problem("file", "does not say what it is", "check files that Korva printed")]
        ) from error
