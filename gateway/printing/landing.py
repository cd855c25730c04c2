"""Files that appear together when all of them are whole."""

import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

from gateway.core.errors import InputError
from gateway.durable import sync

_SUFFIXES = (".pdf", ".png", ".svg")


def targets(out: Path, stem: str, suffix: str, names: Sequence[str]) -> list[Path]:
    """The path of each file: `out` is the file itself, several of that name, or a folder for them.

    `InputError` for another product's ending, or a folder in the way.
    """
    if out.suffix in _SUFFIXES and out.suffix != suffix:
        raise InputError(f"{out} ends with {out.suffix}, what is made is {suffix}; name it so")
    if out.suffix == suffix:
        some = [out.with_name(f"{out.stem}-{name}{suffix}") for name in names]
        paths = [out] if len(names) == 1 else some
    else:
        paths = [out / f"{'-'.join(filter(None, (stem, name)))}{suffix}" for name in names]
    for path in paths:
        if path.is_dir():
            raise InputError(f"{path} is a folder; give another name to write to")
    return paths


@contextmanager
def landing(folder: Path) -> Iterator[Path]:
    """A folder within `folder` to write into, `land` moves what is in it. When the block fails
    nothing of it is left, nor the folders that were made for it. `InputError` when it can't be
    written to: asked first, since drawing takes minutes."""
    made = [each for each in (folder, *folder.parents) if not each.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = Path(mkdtemp(prefix=".korva-print-", dir=folder))
        try:
            yield unfinished
        finally:
            shutil.rmtree(unfinished, ignore_errors=True)
    except OSError as error:
        raise InputError(
            f"{folder} can't be written to: {error.strerror}; choose another folder"
        ) from error
    finally:
        for each in made:
            # One with something in it stays.
            with suppress(OSError):
                each.rmdir()


def land(unfinished: Path, folder: Path) -> None:
    """Move the whole files to where they belong, in the places of earlier ones."""
    files = sorted(unfinished.iterdir())
    for path in files:
        sync(path)
    for path in files:
        path.replace(folder / path.name)
    sync(folder)
