"""Requests that are no HTTP: that they came is told, never what was in them."""

import logging
from collections.abc import Iterator

import structlog
from aiohttp.http_exceptions import HttpProcessingError
from prometheus_client import Counter

log = structlog.get_logger()

MALFORMED = Counter("korva_http_malformed", "Requests that were no HTTP")


def keep_out_of_log() -> None:
    """Take over what aiohttp logs of them: it quotes the request line, in which providers send
    numbers, texts and secrets."""
    logging.getLogger("aiohttp.server").addFilter(_may_be_logged)


def _may_be_logged(record: logging.LogRecord) -> bool:
    problem = next((one for one in _causes(record) if isinstance(one, HttpProcessingError)), None)
    if problem is None:
        return True
    MALFORMED.inc()
    log.warning("malformed HTTP request", problem=type(problem).__name__)
    return False


def _causes(record: logging.LogRecord) -> Iterator[BaseException]:
    """The exception of a record and those that it came from: a handler that reads a body meets
    the parser's as the cause of another."""
    error = record.exc_info[1] if record.exc_info else None
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
