"""Places that were looked up a moment ago: a wall that a whole school scans is read once."""

from collections import Counter, OrderedDict
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

from gateway.settings import HELSINKI
from gateway.store import places, scans
from gateway.store.database import Database
from gateway.store.places import Place
from gateway.store.scans import Scanned
from gateway.store.writer import Writer

#: So long may a retired or retargeted code go on as before.
_SECONDS = 10.0
_MOST = 2000


class Places:
    """Looks places up, and remembers them for a moment. Codes that do not exist are not
    remembered: guesses must not push out what is."""

    def __init__(self, database: Database, clock: Callable[[], float]) -> None:
        self._database = database
        self._clock = clock
        self._known: OrderedDict[tuple[str, ...], tuple[float, Place]] = OrderedDict()

    async def of_code(self, code: str) -> Place | None:
        """Where a code leads, retired or not."""
        return await self._get(("code", code), lambda: self._database.read(places.of_code, code))

    async def of_unit(self, key: str, question_set: str) -> Place | None:
        """Direct feedback about a unit, the county for an empty key."""
        return await self._get(
            ("unit", key, question_set),
            lambda: self._database.read(places.of_unit, key or None, question_set),
        )

    async def _get(
        self, name: tuple[str, ...], look_up: Callable[[], Awaitable[Place | None]]
    ) -> Place | None:
        now = self._clock()
        if (known := self._known.get(name)) and now < known[0]:
            return known[1]
        place = await look_up()
        if place is not None:
            self._known[name] = (now + _SECONDS, place)
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
        return place


class Scans:
    """Counts codes that are opened, by unit, day and kind, and writes the counts now and then.
    What has not been written when a process is killed is lost."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._counts: Counter[Scanned] = Counter()

    def count(self, place: Place) -> None:
        """One more, at the unit that answers count for."""
        day = datetime.now(UTC).astimezone(HELSINKI).date()
        self._counts[place.counted_for, day, place.kind] += 1

    async def step(self) -> int:
        """Write what was counted; nothing more to do until later."""
        if counts := dict(self._counts):
            self._counts.clear()
            try:
                await self._writer.run(lambda connection: scans.add(connection, counts))
            except BaseException:
                self._counts.update(counts)
                raise
        return 0
