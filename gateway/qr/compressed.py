"""A page that is the same for everybody but for one short text in it, compressed only once."""

import struct
import zlib
from dataclasses import dataclass

_HEADER = b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"
_LEVEL = 9
_LONGEST_BLOCK = 0xFFFF


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands before and after the text; both plain, and as parts of one gzip stream."""

    before: bytes
    after: bytes
    before_packed: bytes
    after_packed: bytes
    before_crc: int

    def fill(self, text: str) -> bytes:
        """The page with `text` in its place."""
        return self.before + text.encode() + self.after

    def fill_packed(self, text: str) -> bytes:
        """The same, compressed (RFC 1952)."""
        middle = text.encode()
        crc = zlib.crc32(self.after, zlib.crc32(middle, self.before_crc))
        size = len(self.before) + len(middle) + len(self.after)
        return b"".join(
            (
                _HEADER,
                self.before_packed,
                _stored(middle),
                self.after_packed,
                struct.pack("<II", crc, size & 0xFFFFFFFF),
            )
        )


def frame(page: str, mark: str) -> Frame:
    """The page around `mark`, which stands in it once."""
    before, after = (part.encode() for part in page.split(mark))
    return Frame(
        before=before,
        after=after,
        before_packed=_pack(before, zlib.Z_FULL_FLUSH),
        after_packed=_pack(after, zlib.Z_FINISH),
        before_crc=zlib.crc32(before),
    )


def _stored(plain: bytes) -> bytes:
    # Blocks as they are (RFC 1951, 3.2.4): to compress so little takes longer than it saves.
    parts = (plain[at : at + _LONGEST_BLOCK] for at in range(0, len(plain), _LONGEST_BLOCK))
    return b"".join(struct.pack("<BHH", 0, len(p), len(p) ^ 0xFFFF) + p for p in parts)


def _pack(plain: bytes, flush: int) -> bytes:
    # After a full flush nothing refers to what came before: the parts can be put together.
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(plain) + packer.flush(flush)
