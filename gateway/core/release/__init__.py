"""The payload of a release, `aggregate.release.v1`.

Its form is described for those who receive it in gateway/core/schemas/aggregate.release.v1.json.
"""

from gateway.core.release.flat import Row, rows, shown
from gateway.core.release.payload import Heading, Unit, build, render

__all__ = ["Heading", "Row", "Unit", "build", "render", "rows", "shown"]
