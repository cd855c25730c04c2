"""Typst's SVG made fit for other people's tools: one drawing, named, with nothing packed inside."""

import base64
import xml.etree.ElementTree as ET

_SVG = "http://www.w3.org/2000/svg"
_HREF = "{http://www.w3.org/1999/xlink}href"
_PACKED = "data:image/svg+xml;base64,"


def unpacked(svg: bytes, title: str) -> bytes:
    """Pictures that Typst packs as data become part of the drawing; readers hear `title`.

    Cutters and layout programs take a packed picture for pixels, or leave it out.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", "http://www.w3.org/1999/xlink")
    root = ET.fromstring(svg)  # noqa: S314 - what Typst has just written
    for parent in list(root.iter()):
        for index, child in enumerate(parent):
            packed = child.get(_HREF, "")
            if packed.startswith(_PACKED):
                parent[index] = _opened(child, base64.b64decode(packed.removeprefix(_PACKED)))
    root.set("role", "img")
    name = ET.Element(f"{{{_SVG}}}title")
    name.text = title
    root.insert(0, name)
    drawing: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return drawing


def _opened(image: ET.Element, drawing: bytes) -> ET.Element:
    """The drawing in the image's place and size."""
    group = ET.Element(f"{{{_SVG}}}g")
    if transform := image.get("transform"):
        group.set("transform", transform)
    inner = ET.fromstring(drawing)  # noqa: S314 - ours, or a logo that was checked
    for key in ("x", "y", "width", "height"):
        if value := image.get(key):
            inner.set(key, value)
    group.append(inner)
    return group
