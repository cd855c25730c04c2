"""What happens to a printed code before a camera reads it, with fixed seeds."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Damage = Callable[[Grey, np.random.Generator], Grey]

_GROUND = 205
_DARK = 24


def _warped(picture: Grey, corners: list[list[float]]) -> Grey:
    """With the picture's corners moved to `corners`, in widths and heights of it."""
    height, width = picture.shape
    scale = np.array([width, height])
    before = np.array([[0, 0], [1, 0], [1, 1], [0, 1]]) * scale
    after = np.array(corners) * scale
    matrix = cv2.getPerspectiveTransform(before.astype(np.float32), after.astype(np.float32))
    return np.asarray(
        cv2.warpPerspective(picture, matrix, (width, height), borderValue=(_GROUND,)), np.uint8
    )


def _framed(picture: Grey, share: float, grey: int) -> Grey:
    edge = int(max(picture.shape) * share)
    return np.pad(picture, edge, constant_values=grey)


def _pixels(per_module: float, modules: int = 37) -> Damage:
    """`modules` counts the symbol's side with its quiet zone."""
    side = round(per_module * modules)
    return lambda picture, _: np.asarray(
        cv2.resize(picture, (side, side), interpolation=cv2.INTER_AREA), np.uint8
    )


def _rotated(degrees: float) -> Damage:
    def damage(picture: Grey, _: np.random.Generator) -> Grey:
        framed = _framed(picture, 0.25, _GROUND)
        height, width = framed.shape
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
        turned = cv2.warpAffine(framed, matrix, (width, height), borderValue=(_GROUND,))
        return np.asarray(turned, np.uint8)

    return damage


def _tilted(degrees: float, distance: float = 3.0) -> Damage:
    """Turned about its upright axis, seen from `distance` widths away."""
    angle = np.radians(degrees)

    def corner(x: float, y: float) -> list[float]:
        depth = distance + x * np.sin(angle)
        return [0.5 + x * np.cos(angle) * distance / depth, 0.5 + y * distance / depth]

    corners = [corner(x, y) for x, y in ((-0.5, -0.5), (0.5, -0.5), (0.5, 0.5), (-0.5, 0.5))]
    return lambda picture, _: _framed(_warped(picture, corners), 0.1, _GROUND)


def _perspective(share: float) -> Damage:
    corners = [[share, share / 2], [1 - share, 0], [1, 1], [0, 1 - share / 2]]
    return lambda picture, _: _framed(_warped(picture, corners), 0.1, _GROUND)


def _shadowed(light: float) -> Damage:
    """A soft-edged shadow over one side, at a random slant, that lets `light` through."""

    def damage(picture: Grey, random: np.random.Generator) -> Grey:
        height, width = picture.shape
        y, x = np.mgrid[-1 : 1 : height * 1j, -1 : 1 : width * 1j]
        angle = random.uniform(0, 2 * np.pi)
        edge = 1 / (1 + np.exp(-12 * (x * np.cos(angle) + y * np.sin(angle))))
        return np.asarray(picture * (light + (1 - light) * edge), np.uint8)

    return damage


def _cylinder(radius: float) -> Damage:
    """Around an upright cylinder of `radius` widths, seen a little from above.

    The badge's code with its white is 33.5 mm wide: 1.05 is a bottle of 70 mm, 0.6 a tube of 40.
    """

    def damage(picture: Grey, _: np.random.Generator) -> Grey:
        height, width = picture.shape
        reach = np.sin(0.5 / radius)
        seen = np.linspace(-reach, reach, width)
        x = (np.arcsin(seen) * radius + 0.5) * (width - 1)
        drop = (1 - np.cos(np.arcsin(seen))) * radius * height * 0.15
        columns = np.tile(x, (height, 1)).astype(np.float32)
        rows = (np.arange(height)[:, None] - drop[None, :]).astype(np.float32)
        bent = cv2.remap(picture, columns, rows, cv2.INTER_LINEAR, borderValue=(255,))
        return _framed(np.asarray(bent, np.uint8), 0.1, _GROUND)

    return damage


def _jpeg(quality: int) -> Damage:
    def damage(picture: Grey, _: np.random.Generator) -> Grey:
        _, packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, quality])
        return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)

    return damage


def _patched(share: float) -> Damage:
    """A patch over `share` of the symbol, clear of the three corners that readers aim by."""

    def damage(picture: Grey, random: np.random.Generator) -> Grey:
        width = picture.shape[1]
        side = int(np.sqrt(share) * width * 29 / 37)
        left, top = (int(random.uniform(0.35, 0.84 - share**0.5) * width) for _ in range(2))
        torn = picture.copy()
        torn[top : top + side, left : left + side] = 150
        return torn

    return damage


def _raster(levels: int) -> Damage:
    """One bit a dot, as a label printer burns it."""
    return lambda picture, _: np.asarray(np.where(picture < levels, 0, 255), np.uint8)


#: The twelve that a code must survive.
BEARABLE: Mapping[str, Damage] = MappingProxyType(
    {
        "clean": lambda picture, _: picture,
        "3 px per module": _pixels(3),
        "rotated 15": _rotated(15),
        "rotated 180": _rotated(180),
        "tilt 40": _tilted(40),
        "perspective .12": _perspective(0.12),
        "shadow": _shadowed(0.35),
        "cylinder": _cylinder(1.05),
        "JPEG q15": _jpeg(15),
        "5 % patch": _patched(0.05),
        "dark surround": lambda picture, _: _framed(picture, 0.2, _DARK),
        "one-bit raster": _raster(128),
    }
)

#: What lies beyond, to know where it ends.
BEYOND: Mapping[str, Damage] = MappingProxyType(
    {
        "2 px per module": _pixels(2),
        "1.5 px per module": _pixels(1.5),
        "rotated 45": _rotated(45),
        "tilt 60": _tilted(60),
        "tilt 70": _tilted(70),
        "perspective .25": _perspective(0.25),
        "shadow, tenth of the light": _shadowed(0.1),
        "cylinder, a tube": _cylinder(0.6),
        "JPEG q5": _jpeg(5),
        "12 % patch": _patched(0.12),
        "20 % patch": _patched(0.20),
    }
)
