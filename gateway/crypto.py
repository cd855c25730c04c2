"""Encryption of what must be read again, keyed hashes of what must only be found again."""

import base64
import binascii
import hashlib
import hmac
import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from gateway import durable
from gateway.core.errors import KorvaError, SettingsError
from gateway.settings import Settings

_KEY_BYTES = 32
_NONCE_BYTES = 12
#: A cipher begins with the name of its key.
NAME_BYTES = 4
HASH_BYTES = 16


class Undecipherable(KorvaError):
    """Bytes were encrypted with a key that is not among ours, or were changed since."""


@dataclass(frozen=True, slots=True)
class Vault:
    """The keys of one installation: AES-256-GCM for content, HMAC-SHA256 for finding."""

    keys: tuple[tuple[bytes, AESGCM], ...]
    pepper: bytes

    def encrypt(self, plain: str) -> bytes:
        """Key name (4 bytes), nonce (12), ciphertext with tag; the newest key is used.

        Half of a surrogate pair passes: the parts of a long message may hold one.
        """
        name, key = self.keys[0]
        nonce = os.urandom(_NONCE_BYTES)
        return name + nonce + key.encrypt(nonce, plain.encode("utf-8", "surrogatepass"), name)

    def decrypt(self, cipher: bytes) -> str:
        """Raises `Undecipherable` when the key was dropped or the bytes are not ours."""
        name, nonce = cipher[:NAME_BYTES], cipher[NAME_BYTES : NAME_BYTES + _NONCE_BYTES]
        for known, key in self.keys:
            if known == name:
                try:
                    plain = key.decrypt(nonce, cipher[NAME_BYTES + _NONCE_BYTES :], name)
                    return plain.decode("utf-8", "surrogatepass")
                except (InvalidTag, ValueError):
                    break
        raise Undecipherable(
            "a stored value can't be decrypted: add the key it was encrypted with to "
            "encryption_keys, after the newest one"
        )

    def hash(self, text: str) -> bytes:
        """16 bytes that only the holder of the pepper can make from `text`."""
        return hmac.digest(self.pepper, text.encode("utf-8", "surrogatepass"), "sha256")[
            :HASH_BYTES
        ]

    def verifier(self) -> str:
        """What the database keeps to notice another pepper; it tells nothing of the pepper."""
        return hmac.digest(self.pepper, b"korva pepper verifier", "sha256").hex()


def open_vault(settings: Settings) -> Vault:
    """The vault from settings, else from the keys file. Raises `SettingsError` without either."""
    keys, pepper = settings.encryption_keys.get_secret_value(), settings.pepper.get_secret_value()
    if not settings.gives_keys:
        keys, pepper = _read_keys(settings.keys_file)
    names = (key.strip() for key in keys.split(","))
    return Vault(
        keys=tuple(_named(_decode("encryption_keys", key)) for key in names),
        pepper=_decode("pepper", pepper),
    )


def create_keys(path: Path) -> None:
    """Write a new keys file that only its owner may read. An existing one is never replaced."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(_keys_file(_random_key(), _random_key()))
    durable.sync(path)
    durable.sync(path.parent)


def add_key(path: Path) -> None:
    """Put a new key in front of those in the file; the older ones still decrypt."""
    keys, pepper = _read_keys(path)
    owner = path.stat()
    with durable.written(path) as unfinished:
        unfinished.write_text(_keys_file(f"{_random_key()},{keys}", pepper), "utf-8")
        # Made by root, it must stay readable for the user that the gateway runs as.
        os.chown(unfinished, owner.st_uid, owner.st_gid)


def _keys_file(keys: str, pepper: str) -> str:
    return (
        "# Keep a copy apart from the database: without it no number can be read.\n"
        f'encryption_keys = "{keys}"\npepper = "{pepper}"\n'
    )


def _random_key() -> str:
    return base64.b64encode(os.urandom(_KEY_BYTES)).decode()


def _read_keys(path: Path) -> tuple[str, str]:
    try:
        values = tomllib.loads(path.read_text("utf-8"))
        return values["encryption_keys"], values["pepper"]
    except FileNotFoundError as error:
        raise SettingsError(
            f"no keys: {path} does not exist; `korva keys create` makes it, or set "
            "KORVA_ENCRYPTION_KEYS and KORVA_PEPPER"
        ) from error
    except (tomllib.TOMLDecodeError, KeyError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{path} must hold encryption_keys and pepper; restore it from your copy"
        ) from error


def _decode(name: str, value: str) -> bytes:
    try:
        key = base64.b64decode(value, validate=True)
    except binascii.Error:
        key = b""
    if len(key) != _KEY_BYTES:
        raise SettingsError(
            f"{name}: must be {_KEY_BYTES} bytes in base64; `openssl rand -base64 32`"
        )
    return key


def _named(key: bytes) -> tuple[bytes, AESGCM]:
    return hashlib.sha256(key).digest()[:NAME_BYTES], AESGCM(key)
