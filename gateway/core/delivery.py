"""What becomes of a message to a phone."""

from enum import StrEnum


class DeliveryState(StrEnum):
    """Where an outbound message is. It only moves forward: reports come out of order."""

    QUEUED = "queued"
    ACCEPTED = "accepted"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether nothing more is to be expected."""
        return self in (self.DELIVERED, self.FAILED, self.CANCELLED)

    def may_become(self, later: "DeliveryState") -> bool:
        """Whether a report of `later` is news. A delivery outdoes every failure: some operators
        report a failed attempt before the one that succeeds."""
        return _RANK[later] > _RANK[self]


_RANK = {
    DeliveryState.QUEUED: 0,
    DeliveryState.ACCEPTED: 1,
    DeliveryState.FAILED: 2,
    DeliveryState.CANCELLED: 2,
    DeliveryState.DELIVERED: 3,
}
