"""What these tests need beside Python packages, and what to say where it is missing."""

import os
from importlib.util import find_spec
from pathlib import Path
from shutil import which

import pytest

CHROMIUM = Path("/usr/bin/chromium")


def require_chromium() -> str:
    """The browser; skips without one, fails in CI."""
    return _found(str(CHROMIUM) if CHROMIUM.exists() else which("chromium"), "chromium")


def require_java() -> str:
    """What the HTML validator runs in."""
    return _found(which("java"), "default-jre-headless")


def require_zbar() -> None:
    """The shared library behind pyzbar."""
    libraries = (Path(root).glob("**/libzbar.so.0") for root in ("/usr/lib", "/usr/local/lib"))
    _found(next((str(one) for found in libraries for one in found), None), "libzbar0")


def packaged(package: str, file: str) -> Path:
    """A file that lies in an installed package."""
    spec = find_spec(package)
    assert spec is not None, f"pip install {package}"
    assert spec.origin is not None
    return Path(spec.origin).parent / file


def _found(program: str | None, package: str) -> str:
    if program:
        return program
    remedy = f"missing for this test: apt-get install {package}"
    if os.environ.get("CI") == "true":
        pytest.fail(remedy)
    pytest.skip(remedy)
