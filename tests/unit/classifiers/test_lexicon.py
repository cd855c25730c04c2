"""The words of the domain."""

from pathlib import Path

import pytest

from classifiers.errors import CorpusUnusable
from classifiers.labels import TOPICS
from classifiers.training import lexicon
from classifiers.training.lexicon import Term


def test_entries_stand_under_their_heading(tmp_path: Path) -> None:
    file = tmp_path / "lexicon.txt"
    file.write_text("# fi access negative\njono; ei vastaa\n# sv fees *\nräkning;\n", "utf-8")
    assert lexicon.read(file) == [
        Term("jono", "fi", "access", "negative"),
        Term("ei vastaa", "fi", "access", "negative"),
        Term("räkning", "sv", "fees", None),
    ]


@pytest.mark.parametrize("line", ["# fi", "# fi weather negative", "# fi access bad"])
def test_a_heading_out_of_the_taxonomy_is_refused_with_its_line(tmp_path: Path, line: str) -> None:
    file = tmp_path / "lexicon.txt"
    file.write_text(f"# fi access negative\njono\n{line}\n", "utf-8")
    with pytest.raises(CorpusUnusable, match="line 3"):
        lexicon.read(file)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_topic_has_words_in_every_language(language: str) -> None:
    named = {each.topic for each in lexicon.read() if each.lang == language}
    assert named >= set(TOPICS)
