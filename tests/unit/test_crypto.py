"""Encryption and keyed hashes."""

import base64
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gateway.core.errors import SettingsError
from gateway.crypto import (
    HASH_BYTES,
    Undecipherable,
    Vault,
    add_key,
    create_keys,
    open_vault,
)
from gateway.settings import Settings, read_settings

NUMBER = "+358401234567"


def key(seed: int) -> str:
    return base64.b64encode(bytes([seed]) * 32).decode()


def vault(*keys: str, pepper: str = key(9)) -> Vault:
    return open_vault(
        read_settings({"KORVA_ENCRYPTION_KEYS": ",".join(keys), "KORVA_PEPPER": pepper})
    )


VAULT = vault(key(1))
texts = st.text(st.characters(codec=None))


@given(texts)
def test_what_is_encrypted_comes_back(plain: str) -> None:
    assert VAULT.decrypt(VAULT.encrypt(plain)) == plain


def test_half_of_a_surrogate_pair_comes_back() -> None:
    assert VAULT.decrypt(VAULT.encrypt("\ud83d")) == "\ud83d"


def test_equal_texts_look_different_and_show_nothing() -> None:
    first, second = VAULT.encrypt(NUMBER), VAULT.encrypt(NUMBER)
    assert first != second
    assert NUMBER.encode() not in first


@given(st.data())
def test_a_changed_byte_is_noticed(data: st.DataObject) -> None:
    cipher = bytearray(VAULT.encrypt(NUMBER))
    place = data.draw(st.integers(0, len(cipher) - 1))
    cipher[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(Undecipherable):
        VAULT.decrypt(bytes(cipher))


@given(st.integers(0, len(VAULT.encrypt(NUMBER)) - 1))
def test_a_shortened_cipher_is_noticed(length: int) -> None:
    with pytest.raises(Undecipherable):
        VAULT.decrypt(VAULT.encrypt(NUMBER)[:length])


def test_an_older_key_still_decrypts() -> None:
    assert vault(key(2), key(1)).decrypt(VAULT.encrypt(NUMBER)) == NUMBER


def test_the_newest_key_encrypts() -> None:
    assert vault(key(2)).decrypt(vault(key(2), key(1)).encrypt(NUMBER)) == NUMBER


def test_a_dropped_key_decrypts_no_more() -> None:
    with pytest.raises(Undecipherable, match="add the key"):
        vault(key(2)).decrypt(VAULT.encrypt(NUMBER))


@given(texts, texts)
def test_hashes_are_equal_where_texts_are(one: str, other: str) -> None:
    assert (VAULT.hash(one) == VAULT.hash(other)) == (one == other)


def test_a_hash_has_sixteen_bytes() -> None:
    assert len(VAULT.hash(NUMBER)) == HASH_BYTES == 16


def test_a_hash_depends_on_the_pepper_alone() -> None:
    assert vault(key(1), pepper=key(8)).hash(NUMBER) != VAULT.hash(NUMBER)
    assert vault(key(2)).hash(NUMBER) == VAULT.hash(NUMBER)


def test_another_pepper_has_another_verifier() -> None:
    assert vault(key(1), pepper=key(8)).verifier() != VAULT.verifier()
    assert vault(key(2)).verifier() == VAULT.verifier()


@pytest.mark.parametrize("wrong", ["", "abc", "no base64!", base64.b64encode(b"short").decode()])
def test_a_wrong_key_is_named(wrong: str) -> None:
    with pytest.raises(SettingsError, match="encryption_keys: must be 32 bytes in base64"):
        vault(key(1), wrong)


def test_a_pepper_is_needed_beside_the_keys() -> None:
    with pytest.raises(SettingsError, match="pepper: must be 32 bytes"):
        vault(key(1), pepper="")


def test_made_keys_are_their_owners_alone_and_open_a_vault(tmp_path: Path) -> None:
    path = tmp_path / "var" / "korva.keys"
    create_keys(path)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    opened = open_vault(Settings(keys_file=path))
    assert opened.decrypt(opened.encrypt(NUMBER)) == NUMBER


def test_keys_are_never_replaced(tmp_path: Path) -> None:
    create_keys(tmp_path / "korva.keys")
    made = (tmp_path / "korva.keys").read_bytes()
    with pytest.raises(FileExistsError):
        create_keys(tmp_path / "korva.keys")
    assert (tmp_path / "korva.keys").read_bytes() == made


def test_an_added_key_is_the_newest_and_the_pepper_stays(tmp_path: Path) -> None:
    settings = Settings(keys_file=tmp_path / "korva.keys")
    create_keys(settings.keys_file)
    before = open_vault(settings)
    add_key(settings.keys_file)
    after = open_vault(settings)
    assert [name for name, _ in after.keys[1:]] == [name for name, _ in before.keys]
    assert after.verifier() == before.verifier()
    assert stat.S_IMODE(settings.keys_file.stat().st_mode) == 0o600


def test_missing_keys_are_told_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="`korva keys create`"):
        open_vault(Settings(keys_file=tmp_path / "korva.keys"))


@pytest.mark.parametrize("content", [b"", b'pepper = "x"', b"no toml", b"\xff"])
def test_a_spoilt_keys_file_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "korva.keys"
    path.write_bytes(content)
    with pytest.raises(SettingsError, match="restore it from your copy"):
        open_vault(Settings(keys_file=path))
