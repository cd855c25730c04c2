"""Pages: small, in the reader's language, in one county's name, and with nothing from elsewhere."""

import gzip
import re
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from gateway.core.errors import SettingsError
from gateway.qr import compressed, opening
from gateway.questions import load_question_sets
from gateway.settings import Form, Settings
from gateway.texts import LANGUAGES, load_texts
from tests.integration.asking import settings_of
from tests.integration.qr.conftest import TOKEN, Forms

SETS = sorted({one.name for one in load_question_sets().values()})
_VOID = {"meta", "link", "input", "br"}


class Checked(HTMLParser):
    """Reads a page: every element closed, every id there once, what it loads, what it links."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.loads: list[str] = []
        self.pointed_at: list[str] = []
        self.inline: list[str] = []
        self.unlabelled: list[str] = []
        self.labels: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag not in _VOID:
            self.open.append(tag)
        self.ids += [given["id"]] if "id" in given else []
        self.inline += [name for name in given if name == "style" or name.startswith("on")]
        if tag in ("link", "script", "img", "iframe"):
            self.loads.append(given.get("href") or given.get("src") or "inline")
        self.pointed_at += given.get("aria-describedby", "").split()
        if tag == "label" and "for" in given:
            self.labels.add(given["for"])
        named = "label" in self.open or given.get("type") == "hidden"
        if tag in ("input", "textarea") and not named:
            self.unlabelled.append(given["id"])

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def checked(text: str) -> Checked:
    page = Checked()
    page.feed(text)
    return page


@pytest.mark.parametrize("question_set", SETS)
async def test_a_form_is_sound(forms: Forms, question_set: str) -> None:
    page = checked((await forms.get(f"/p/{await forms.code(question_set=question_set)}")).text)
    assert page.open == []
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.pointed_at) <= set(page.ids)
    assert set(page.unlabelled) <= page.labels
    assert page.inline == []


@pytest.mark.parametrize("path", ["/palaute/paikka?haku=acuta", "/saavutettavuus", "/tietosuoja"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_pages_beside_the_form_are_sound(forms: Forms, path: str, language: str) -> None:
    page = await forms.get(path, **{"Accept-Language": language})
    assert page.status == 200
    assert f'<html lang="{language}"' in page.text
    assert checked(page.text).open == []


async def test_nothing_is_loaded_from_elsewhere_and_no_more_than_two_files(forms: Forms) -> None:
    loads = checked((await forms.get(f"/p/{await forms.code()}")).text).loads
    fetched = [address for address in loads if not address.startswith("data:")]
    assert all(address.startswith("/static/") for address in fetched)
    assert len(fetched) <= 2


async def test_the_first_form_is_small(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    page = await forms.get(path)
    addresses = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    pages = [page, *[await forms.get(address) for address in addresses]]
    assert sum(int(one.headers["Content-Length"]) for one in pages) <= 25_000


async def test_a_page_is_the_same_compressed_or_not(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    plain = await forms.get(path, **{"Accept-Encoding": "identity"})
    packed = await forms.get(path)
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == "gzip"
    ticket = re.compile(r'name="ticket" value="[^"]*"')
    assert ticket.sub("", plain.text) == ticket.sub("", packed.text)


@pytest.mark.parametrize("text", ["", "x", "ä" * 30_000])
def test_a_text_put_into_a_compressed_page_is_a_whole_page(text: str) -> None:
    page = compressed.frame("<p>ennen " * 900 + "MARK" + " jälkeen</p>" * 300, "MARK")
    assert gzip.decompress(page.fill_packed(text)) == page.fill(text)


async def test_no_cookie_is_set_anywhere(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    sent = await forms.answer(path, nps="9")
    thanks = await forms.get(sent.headers["Location"])
    for page in (await forms.get(path), sent, thanks, await forms.get("/palaute")):
        assert "Set-Cookie" not in page.headers


async def test_every_answer_forbids_frames_and_foreign_code(forms: Forms) -> None:
    for path in (f"/p/{await forms.code()}", "/p/XXX", "/nowhere", "/palaute"):
        headers = (await forms.get(path)).headers
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "default-src 'none'" in headers["Content-Security-Policy"]
        assert "unsafe" not in headers["Content-Security-Policy"]
        assert headers["X-Frame-Options"] == "DENY"
        assert headers["X-Content-Type-Options"] == "nosniff"


async def test_files_are_kept_for_ever_under_a_name_of_their_content(forms: Forms) -> None:
    page = await forms.get("/palaute")
    (address,) = set(re.findall(r'href="(/static/korva[^"]+)"', page.text))
    first = await forms.get(address)
    assert "immutable" in first.headers["Cache-Control"]
    again = await forms.get(address, **{"If-None-Match": first.headers["ETag"]})
    assert (again.status, again.text) == (304, "")
    assert (await forms.get("/static/korva.css")).status == 404


async def test_the_phones_language_comes_first_and_the_switch_is_in_sight(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    swedish = await forms.get(path, **{"Accept-Language": "sv-FI,fi;q=0.5"})
    assert swedish.heading == "Ge respons"
    assert "Jouren Acuta" in swedish.text
    (address,) = re.findall(r'<a href="([^"]+)" lang="en"', swedish.text)
    english = await forms.get(address.replace("&amp;", "&"))
    assert english.heading == "Give feedback"


async def test_the_language_of_the_form_is_that_of_the_answer_and_of_the_errors(
    forms: Forms,
) -> None:
    path = f"/p/{await forms.code()}?kieli=sv"
    page = await forms.answer(path, nps="11")
    assert '<html lang="sv"' in page.text


@pytest.mark.parametrize("wrong", ["xx", "", "fi'", "<script>", "../../etc", "ä", "%00"])
async def test_a_language_that_does_not_exist_is_passed_over(forms: Forms, wrong: str) -> None:
    page = await forms.get(f"/palaute?kieli={wrong}")
    assert (page.status, page.heading) == (200, "Anna palautetta")


async def test_a_name_in_another_language_is_marked(forms: Forms) -> None:
    page = await forms.get(f"/p/{await forms.code('tiimi')}?kieli=en")
    assert '<span lang="fi">Jalkautuva tiimi</span>' in page.text


async def test_other_forms_are_one_tap_away(forms: Forms) -> None:
    path = f"/p/{await forms.code()}"
    page = await forms.get(path + "?kysely=easy")
    assert "Selko" not in page.heading
    assert 'class="easy"' in page.text
    await forms.answer(path + "?kysely=easy", feeling="5")
    child = await forms.get(path + "?kysely=child")
    assert child.text.count('name="child-') == 9


@pytest.mark.parametrize("wrong", ["nothing", "adult.v1", "../x", "%00"])
async def test_a_question_set_that_does_not_exist_is_passed_over(forms: Forms, wrong: str) -> None:
    page = await forms.get(f"/p/{await forms.code()}?kysely={wrong}")
    assert 'data-form="adult.v1"' in page.text


async def test_direct_feedback_is_about_the_county_or_a_place_that_was_searched(
    forms: Forms,
) -> None:
    assert "Pirkanmaan hyvinvointialue" in (await forms.get("/palaute")).text
    found = await forms.get("/palaute/paikka?haku=ACUTA+jour")
    (address,) = re.findall(r'<li><a href="(/palaute\?[^"]+)"', found.text)
    page = await forms.get(address.replace("&amp;", "&"))
    assert "Päivystys Acuta" in page.text
    sent = await forms.answer(address.replace("&amp;", "&"), nps="7")
    assert sent.status == 303


async def test_behind_a_proxy_wrong_codes_are_counted_by_caller(forms: Forms) -> None:
    forms.headers["X-Forwarded-For"] = "10.0.0.1, 192.0.2.7"
    statuses = {(await forms.get("/p/XXX")).status for _ in range(31)}
    forms.headers["X-Forwarded-For"] = "10.0.0.1, 192.0.2.8"
    assert (statuses, (await forms.get("/p/XXX")).status) == ({404, 429}, 404)


async def test_a_place_that_does_not_exist_is_the_county(forms: Forms) -> None:
    page = await forms.get("/palaute?paikka=nowhere")
    assert "Pirkanmaan hyvinvointialue" in page.text


@pytest.mark.parametrize("words", ["%25", "'; drop table unit; --", "<b>", "%00", "ä" * 300])
async def test_whatever_is_searched_gives_a_page(forms: Forms, words: str) -> None:
    page = await forms.get(f"/palaute/paikka?haku={words}")
    assert page.status == 200
    assert "<b>" not in page.text


async def test_links_of_the_county_stand_in_the_footer(forms: Forms) -> None:
    page = await forms.get("/palaute")
    assert "Palaute ei ole muistutus eikä kantelu" in page.text
    assert "/saavutettavuus?kieli=fi" in page.text
    assert "Kirjaamo" not in page.text


async def test_an_address_that_is_none_has_a_page_for_people_and_a_line_for_programs(
    forms: Forms,
) -> None:
    people = await forms.get("/nowhere", Accept="text/html,*/*")
    programs = await forms.get("/nowhere", Accept="application/json")
    assert (people.status, people.heading) == (404, "Sivua ei löydy")
    assert "<html" not in programs.text


def further_language(folder: Path, name: str, direction: str) -> None:
    """A file of another language, its texts marked, as a county would supply it."""
    tables = ("form.", "thanks.", "place.", "page.", "accessibility.", "privacy.")
    lines = [
        f'{key} = "[{name}] {text}"'
        for key, text in load_texts().by_language["en"].items()
        if key.startswith(tables)
    ]
    own = [f'language.name = "{name}"', f'language.direction = "{direction}"']
    (folder / f"{name}.toml").write_text("\n".join([*own, *lines]), "utf-8")


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    further_language(tmp_path, "ar", "rtl")
    further_language(tmp_path, "se", "ltr")
    return settings_of(
        database_url,
        KORVA_OPERATOR_TOKEN=TOKEN,
        KORVA_TEXTS_DIR=str(tmp_path),
        KORVA_SERVER__BEHIND_PROXY="true",
    )


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("se", "ltr")])
async def test_a_language_is_one_file(forms: Forms, language: str, direction: str) -> None:
    path = f"/p/{await forms.code()}?kieli={language}"
    page = await forms.get(path)
    assert f'<html lang="{language}" dir="{direction}"' in page.text
    assert page.heading == f"[{language}] Give feedback"
    sent = await forms.answer(path, nps="9")
    thanks = await forms.get(sent.headers["Location"])
    assert thanks.heading == f"[{language}] Thank you for your feedback!"


def test_a_language_that_lacks_texts_is_refused(tmp_path: Path) -> None:
    (tmp_path / "se.toml").write_text('[form]\nsend = "Sádde"\n', "utf-8")
    with pytest.raises(SettingsError, match=r"se.toml: \d+ texts are missing, the first is lang"):
        load_texts(tmp_path)


def test_the_county_has_its_colours_and_its_logo(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    css = opening.county_css(Form(accent="#00629b", logo=tmp_path / "logo.svg"))
    assert "--accent:#00629b" in css
    assert "data:image/svg+xml;base64," in css


@pytest.mark.parametrize(
    ("name", "content", "remedy"),
    [
        ("logo.gif", b"GIF", "must be an SVG or a PNG"),
        ("logo.png", b"x" * 12_289, "at most 12288"),
        ("none.png", None, "can't be read"),
    ],
)
def test_a_logo_that_can_not_be_shown_is_refused(
    tmp_path: Path, name: str, content: bytes | None, remedy: str
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    with pytest.raises(SettingsError, match=remedy):
        opening.county_css(Form(logo=tmp_path / name))


def test_an_unknown_set_for_direct_feedback_is_refused() -> None:
    wrong = Settings(form=Form(direct="adlut"))
    with pytest.raises(SettingsError, match="no question set 'adlut'"):
        opening.check(wrong, load_texts())


def test_addresses_in_settings_are_web_addresses() -> None:
    with pytest.raises(ValueError, match="must look like https"):
        Form(registry_url="javascript:alert(1)")
    assert urlsplit(Form(registry_url="https://pirha.fi/kirjaamo").registry_url).netloc
