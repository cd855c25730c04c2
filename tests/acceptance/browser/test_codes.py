"""A code as it is handed to printers is read by three readers and leads to its form."""

import io
from pathlib import Path

import cv2
import numpy as np
import pytest
import pytest_asyncio
import zxingcpp
from PIL import Image
from playwright.async_api import Browser, expect

from tests.acceptance.browser.components import require_zbar
from tests.acceptance.browser.conftest import Open
from tests.acceptance.browser.county import County

pytestmark = pytest.mark.asyncio(loop_scope="session")


def read_by_zxing(picture: Image.Image) -> str:
    """What zxing-cpp reads."""
    found = zxingcpp.read_barcodes(np.asarray(picture))
    return found[0].text if found else ""


def read_by_zbar(picture: Image.Image) -> str:
    """What zbar reads."""
    require_zbar()
    from pyzbar import pyzbar

    found = pyzbar.decode(picture)
    return found[0].data.decode() if found else ""


def read_by_opencv(picture: Image.Image) -> str:
    """What OpenCV reads."""
    return str(cv2.QRCodeDetector().detectAndDecode(np.asarray(picture))[0])


READERS = {"zxing-cpp": read_by_zxing, "zbar": read_by_zbar, "opencv": read_by_opencv}
#: Pixels to a millimetre on a screen of 96 dots an inch, the smallest codes in print.
_PX_PER_MM, _SMALLEST_MM = 96 / 25.4, 26


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def symbols(county: County, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Three codes of a print run, exported as for a printer."""
    for _ in range(3):
        await county.make_code("sticker", batch="ambulances")
    folder = tmp_path_factory.mktemp("export")
    await county.server.korva("touchpoints", "export", "--batch", "ambulances", str(folder))
    return sorted(folder.rglob("*.svg"))


@pytest.mark.parametrize("place", range(3))
@pytest.mark.parametrize("reader", READERS)
async def test_a_printed_code_is_read_and_leads_to_the_form(
    browser: Browser, visit: Open, county: County, symbols: list[Path], reader: str, place: int
) -> None:
    picture = await _on_paper(browser, symbols[place])
    address = READERS[reader](picture)
    assert address == address.upper()
    assert address.startswith(county.server.url.upper() + "/P/")
    page = await visit(address.removeprefix(county.server.url.upper()))
    await expect(page.locator(".about strong")).to_have_text("Päivystys Acuta")


async def _on_paper(browser: Browser, symbol: Path) -> Image.Image:
    """The symbol in its smallest size on a white page, among words."""
    size = _SMALLEST_MM * _PX_PER_MM
    page = await browser.new_page(device_scale_factor=2, viewport={"width": 400, "height": 300})
    await page.set_content(
        f"<style>svg {{ width: {size}px; height: {size}px }} body {{ margin: 60px }}</style>"
        f"<p>Anna palautetta</p><div>{symbol.read_text('utf-8')}</div><p>Kiitos</p>"
    )
    shown = await page.screenshot()
    await page.close()
    return Image.open(io.BytesIO(shown)).convert("RGB")
