"""The child process that labels texts: requests on stdin, replies on stdout, a JSON line each."""

import argparse
import json
import logging
import os
import signal
import sys
from collections.abc import Iterable, Sequence
from typing import IO, TYPE_CHECKING, Any

from classifiers.errors import ModelUnusable
from classifiers.labels import to_dict

if TYPE_CHECKING:
    from classifiers.transformer import Transformer

UNUSABLE = 2
log = logging.getLogger("classifiers.child")


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve until stdin ends; return 0, or UNUSABLE when the model can't be loaded."""
    options = _options(arguments)
    # The parent ends the child by closing its stdin; a Ctrl-C meant for the parent must not.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # An operator waits for the gateway beside it; nobody waits for a label.
    os.nice(10)
    logging.basicConfig(stream=sys.stderr, level=logging.INFO, format="%(name)s: %(message)s")
    try:
        with _own_stdout() as replies, _stdin() as requests:
            return _talk(options, requests, replies)
    except BrokenPipeError:
        log.info("nobody reads the replies any more")
        return 0


def _talk(options: argparse.Namespace, requests: Iterable[str], replies: IO[str]) -> int:
    try:
        model = _load(options)
    except ModelUnusable as error:
        _write(replies, {"error": str(error)})
        return UNUSABLE
    serve(model, requests, replies)
    return 0


def serve(model: "Transformer", requests: Iterable[str], replies: IO[str]) -> None:
    """Write the ready line, then a reply for each request until there are no more."""
    ready = {
        "ready": True,
        "model_version": model.settings.version,
        "sentiment_only": model.head.sentiment_only,
    }
    _write(replies, ready)
    for line in requests:
        _write(replies, answer(model, line))


def answer(model: "Transformer", line: str) -> dict[str, Any]:
    """Return the reply to one request line; a line that is no request gets an error of its own."""
    try:
        request = json.loads(line)
        number, texts = request["id"], list(request["texts"])
    except (ValueError, TypeError, KeyError) as error:
        return {"id": None, "error": f"not a request ({type(error).__name__})"}
    return {"id": number, "labels": _read(model, texts)}


def _read(model: "Transformer", texts: list[Any]) -> list[dict[str, Any]]:
    try:
        return [to_dict(label) for label in model.read(texts)]
    except Exception as error:  # noqa: BLE001 -- whatever one text breaks, the others are labelled
        if len(texts) > 1:
            return [label for text in texts for label in _read(model, [text])]
        # The message of an exception may quote the text, its name never does.
        log.warning("a text could not be read: %s", type(error).__name__)
        return [{"error": type(error).__name__}]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m classifiers.child", description=__doc__)
    parser.add_argument("--model", help="folder or cached name; the bundled model when left out")
    parser.add_argument("--threads", type=int, default=1, help="threads that torch may use")
    parser.add_argument(
        "--labels", type=json.loads, help='JSON object, e.g. {"LABEL_0": "negative"}'
    )
    return parser.parse_args(arguments)


def _load(options: argparse.Namespace) -> "Transformer":
    # torch is imported late so that a wrong option is answered at once.
    import torch

    from classifiers.transformer import BUNDLED, Transformer

    torch.set_num_threads(options.threads)
    return Transformer.load(options.model or BUNDLED, labels=options.labels)


def _stdin() -> IO[str]:
    return open(0, encoding="utf-8", errors="replace", closefd=False)


def _own_stdout() -> IO[str]:
    """Keep stdout for replies alone: whatever a library prints goes to stderr."""
    replies = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    return replies


def _write(replies: IO[str], reply: dict[str, Any]) -> None:
    replies.write(json.dumps(reply, ensure_ascii=False) + "\n")
    replies.flush()


if __name__ == "__main__":
    sys.exit(main())
