"""Reading what a person meant by an SMS reply."""

from gateway.core.reading.reader import Reading, Step, read

__all__ = ["Reading", "Step", "read"]
