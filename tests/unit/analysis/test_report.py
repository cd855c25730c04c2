"""The page that people look at."""

import re
import string
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from gateway.analysis.examples import Example
from gateway.analysis.report import Report, render
from gateway.analysis.tabulation import tabulate
from gateway.analysis.wording import LANGUAGES, load
from tests.unit.analysis.comments import comment, group

PRAISED = (("encounter", "positive"),)
COMMENTS = [
    *group("Päivystys", 40, 20, topics=PRAISED),
    *group("Neuvola", 60, 5),
    *group("Pieni", 2, 1),
]
REPORT = Report(
    file="palautteet.csv",
    column="Palaute",
    group="Yksikkö",
    made=date(2026, 11, 22),
    tabulation=tabulate(COMMENTS, 5),
    examples=(),
    empty=3,
    k=5,
    model="1-abc",
)
_VOID = {"meta", "rect", "path", "br", "link"}


class Page(HTMLParser):
    """Collects what stands where; raises where an end has no beginning."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def page(report: Report = REPORT, language: str = "en") -> Page:
    return Page(render(report, language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_all_and_fills_in_the_same(language: str) -> None:
    texts, english = load(language).texts, load("en").texts
    assert texts.keys() == english.keys()
    for key, text in texts.items():
        assert fields(text) == fields(english[key]), key


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_in_its_language_and_every_tag_is_closed(language: str) -> None:
    found = page(language=language)
    assert ("html", {"lang": language}) in found.tags
    assert found.open == []


def test_nothing_is_loaded_and_nothing_runs() -> None:
    found = page()
    assert not {tag for tag, _ in found.tags} & {"script", "link", "img", "iframe", "object"}
    assert not [attrs for _, attrs in found.tags if {"src", "href"} & attrs.keys() - {"href"}]
    assert {attrs["href"] for _, attrs in found.tags if "href" in attrs} == {"#results"}
    assert not re.search(r"https?:|url\(|@import", render(REPORT, "en"))


def test_the_policy_of_the_page_forbids_what_it_does_not_need() -> None:
    policies = [attrs.get("content") for tag, attrs in page().tags if tag == "meta"]
    assert "default-src 'none'; style-src 'unsafe-inline'" in policies


def test_headings_go_down_one_step_at_a_time() -> None:
    levels = [int(tag[1]) for tag, _ in page().tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_every_chart_has_its_figures_in_a_table() -> None:
    tags = [tag for tag, _ in page().tags]
    assert tags.count("details") == 5
    assert tags.count("table") == 7


def test_drawings_are_silent_for_those_who_listen() -> None:
    assert all(attrs.get("aria-hidden") == "true" for tag, attrs in page().tags if tag == "svg")


def test_a_sum_with_a_hidden_part_is_hidden() -> None:
    rare = ("", comment(topics=(("encounter", "neutral"),)))
    report = replace(REPORT, tabulation=tabulate([*group("", 33, 20, topics=PRAISED), rare], 5))
    assert "0% 0–7 98% 90–100 · hidden · hidden" in page(report).text


def test_a_hidden_group_is_not_named_but_told_of() -> None:
    text = page().text
    assert "Pieni" not in text
    assert "Groups that are not shown: 2" in text


def test_names_from_the_file_are_shown_as_they_are() -> None:
    comments = [*group("<b>A</b>", 30, 20), *group("B", 30, 20)]
    report = replace(REPORT, tabulation=tabulate(comments, 5), file="<i>.csv")
    assert "<b>A</b>" in page(report).text
    assert "b" not in {tag for tag, _ in page(report).tags}


def test_without_groups_there_is_no_table_of_topics_by_group() -> None:
    report = replace(REPORT, group=None, tabulation=tabulate(group("", 30, 20), 5))
    assert "Topics by group" not in page(report).text
    assert "Tone by group" not in page(report).text


def test_examples_come_with_a_warning() -> None:
    told = [Example("encounter", "positive", ["Ystävällinen <hoitaja>"])]
    text = page(replace(REPORT, examples=told)).text
    assert "Ystävällinen <hoitaja>" in text
    assert "Read every example" in text


def test_without_examples_no_words_of_people_are_in_it() -> None:
    assert "Examples" not in page().text


def test_urgent_ones_come_with_what_to_do() -> None:
    comments = [*group("", 20, 20), *[("", comment(urgent=True))] * 6]
    text = page(replace(REPORT, tabulation=tabulate(comments, 5))).text
    assert "6 comments may tell of an emergency" in text
    assert "call 112" in text


def test_a_few_urgent_ones_are_told_of_without_their_number() -> None:
    comments = [*group("", 20, 20), ("", comment(urgent=True))]
    text = page(replace(REPORT, tabulation=tabulate(comments, 5))).text
    assert "A few comments (fewer than 5)" in text


def test_five_comments_alone_are_enough_for_a_page() -> None:
    for positive in (1, 5):
        report = replace(REPORT, group=None, tabulation=tabulate(group("", positive, 0), 5))
        assert page(report).open == []
