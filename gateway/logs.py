"""Structured logs: one JSON object a line on stderr, never a text, a number or a secret."""

import logging
import sys

import structlog


def configure_logs(level: str) -> None:
    """Log from `level` on. What other libraries log comes out in the same form."""
    chosen = logging.getLevelNamesMapping()[level.upper()]
    shared: list[structlog.typing.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    structlog.configure(
        processors=[*shared, structlog.processors.JSONRenderer()],
        wrapper_class=structlog.make_filtering_bound_logger(chosen),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=True,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processor=structlog.processors.JSONRenderer(), foreign_pre_chain=shared
        )
    )
    # Other libraries may quote what they handle at lower levels; their warnings do not.
    logging.basicConfig(level=max(chosen, logging.WARNING), handlers=[handler], force=True)
