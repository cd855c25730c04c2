"""A thousand badges to one checked PDF, one card warm, and codes that were treated badly."""

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from multiprocessing import get_context

import pypdfium2 as pdfium

from benchmarks.table import judge, machine, show
from print_assets import designs, printing, rendering
from print_assets.checks.checking import check
from print_assets.checks.page import Box, Page, pages
from print_assets.design import Product
from print_assets.item import Item, payload
from print_assets.rendering import Job
from print_assets.theme import Theme

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_GIVEN = ("Aino", "Väinö", "Marjaana", "Eeva-Liisa", "Björn", "Anne", "Áilu")
_SURNAMES = ("Koskenniemi-Virta", "Mäki", "Öhman", "Näkkäläjärvi", "Lehtonen", "Saijets")
_PAYLOADS = 20
_RESOLUTIONS = (300, 203)


def people(count: int) -> list[Item]:
    """`count` different badges, always the same ones."""
    chance = random.Random(2026)
    codes = ["".join(chance.choices(_ALPHABET, k=7)) for _ in range(count)]
    words = {"fi": {"role": "sairaanhoitaja", "team": "Kotihoito, Tammela"}}
    return [
        Item(
            code=code,
            address=f"https://palaute.keskiranta.fi/p/{code}",
            given_name=chance.choice(_GIVEN),
            surname=f"{chance.choice(_SURNAMES)}",
            texts=words,
            sms_number="18100",
            place=f"row {row}",
        )
        for row, code in enumerate(codes, 1)
    ]


def run_of(count: int) -> tuple[float, float, float, float]:
    """Seconds until drawn, until checked, of processor time; MB at the worst."""
    job = Job(designs.named("staff-badge"), people(count), Theme())
    began, worked = time.perf_counter(), time.process_time()
    made = rendering.set_in_type(job, Product.ACCESSIBLE).pdf()
    drawn = time.perf_counter() - began
    found = check(made)
    whole = time.perf_counter() - began
    assert not found, found[:3]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return drawn, whole, time.process_time() - worked, peak


def in_a_process(count: int) -> tuple[float, float, float, float]:
    """Apart from what this benchmark itself holds in memory."""
    with get_context("spawn").Pool(1) as pool:
        return pool.apply(run_of, (count,))


def one_card() -> float:
    """Milliseconds of one checked card, warm, the median of many."""
    design = designs.named("feedback-card")
    times = []
    for item in people(31):
        began = time.perf_counter()
        printing.pdf(Job(design, [item], Theme()))
        times.append((time.perf_counter() - began) * 1000)
    return statistics.median(times[1:])


def cut(dpi: float) -> Iterator[tuple[str, object]]:
    """Codes cut from rendered badges at print size: what each holds, and its pixels in grey."""
    import numpy as np

    job = Job(designs.named("staff-badge"), people(_PAYLOADS), Theme())
    document = pdfium.PdfDocument(printing.pdf(job))
    for page, item in zip(pages(document, range(_PAYLOADS)), job.items, strict=True):
        picture = page.picture(_code(page), dpi).convert("L")
        yield payload(item.address), np.asarray(picture, np.uint8)


def _code(page: Page) -> Box:
    return next(link.box for link in page.links() if link.is_code)


def readers() -> Mapping[str, Callable[[object], str]]:
    """What phones and kiosks read with."""
    import cv2
    import zxingcpp

    try:
        from pyzbar import pyzbar
    except ImportError:
        sys.exit("zbar's library is missing: apt-get install libzbar0")
    qr = zxingcpp.barcode_formats_from_str("QRCode")
    return {
        "zxing-cpp": lambda grey: next((f.text for f in zxingcpp.read_barcodes(grey, qr)), ""),
        "zbar": lambda grey: next(
            (f.data.decode() for f in pyzbar.decode(grey, [pyzbar.ZBarSymbol.QRCODE])), ""
        ),
        "OpenCV": lambda grey: cv2.QRCodeDetector().detectAndDecode(grey)[0],
    }


def survival(damages: Mapping[str, object], dpi: float) -> dict[str, dict[str, float]]:
    """Percent of codes read, by damage and reader."""
    import numpy as np

    codes, found = list(cut(dpi)), {}
    for number, (name, damage) in enumerate(damages.items()):
        assert callable(damage)
        rows = [
            (held, damage(grey, np.random.default_rng([number, index])))
            for index, (held, grey) in enumerate(codes)
        ]
        found[name] = {
            reader: 100 * statistics.mean(read(grey) == held for held, grey in rows)
            for reader, read in readers().items()
        }
    return found


def codes_table() -> None:
    """The twelve damages with their bars, then what lies beyond."""
    from benchmarks.damage import BEARABLE, BEYOND

    for dpi in _RESOLUTIONS:
        found = survival(BEARABLE, dpi)
        _table(f"Percent of {_PAYLOADS} codes read, cut at {dpi} dpi", found)
        for reader in next(iter(found.values())):
            values = [row[reader] for row in found.values()]
            least, mean = (100, 100) if reader == "zxing-cpp" else (85, 95)
            judge(f"{reader}, worst row", min(values), least, at_most=False)
            judge(f"{reader}, mean", statistics.mean(values), mean, at_most=False)
    _table(f"Beyond, cut at {_RESOLUTIONS[0]} dpi", survival(BEYOND, _RESOLUTIONS[0]))


def _table(title: str, found: Mapping[str, Mapping[str, float]]) -> None:
    names = list(next(iter(found.values())))
    rows = [(row, *(f"{values[name]:.0f}" for name in names)) for row, values in found.items()]
    show(title, ("", *names), rows)


def main() -> None:
    machine()
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    drawn, whole, worked, peak = in_a_process(count)
    show(
        f"{count:,} different badges to one PDF",
        ("", "drawn", "checked too", "processor time", "MB"),
        [("seconds", f"{drawn:.1f}", f"{whole:.1f}", f"{worked:.1f}", f"{peak:.0f}")],
    )
    judge("seconds, checks included", whole, 15)
    judge("MB", peak, 400)
    judge("milliseconds for one card, warm, checks included", one_card(), 100)
    codes_table()


if __name__ == "__main__":
    main()
