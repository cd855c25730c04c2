"""Loading and reading with the bundled model, and with models of others."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
import torch
from transformers import BertConfig, BertForMaskedLM, BertForSequenceClassification

from classifiers import baselines, comments, evaluation, metrics
from classifiers.comments import Comment
from classifiers.errors import ModelUnusable
from classifiers.labels import INTENTS, SENTIMENTS, TOPICS
from classifiers.transformer import BUNDLED, Transformer

ODD = {
    "empty": "",
    "spaces": " \n\t ",
    "one character": "x",
    "10,000 characters": "hoitaja oli ihana mutta jono oli kauhea " * 250,
    "a word of 10,000 characters": "a" * 10_000,
    "emoji only": "😊👍🏽👨‍👩‍👧",
    "cyrillic": "Спасибо большое",
    "arabic": "شكرا جزيلا",
    "chinese": "谢谢",
    "control characters": "\x00\x01\x1b[31m",
    "a lone surrogate": "hyvä \ud83d hoito",
    "combining marks": "a" + "\u0308" * 500,
}


@pytest.fixture(scope="module")
def bundled() -> Transformer:
    return Transformer.load(BUNDLED)


@pytest.fixture(scope="module")
def dev() -> list[Comment]:
    return comments.read_part("dev")


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A copy of the bundled model, to be broken."""
    return shutil.copytree(BUNDLED, tmp_path / "model")


@pytest.fixture
def foreign(tmp_path: Path) -> Callable[..., Path]:
    """Make a folder with a small BERT of random weights and the bundled tokenizer."""

    def make(kind: type = BertForSequenceClassification, **settings: object) -> Path:
        folder = tmp_path / "foreign"
        shutil.copytree(BUNDLED, folder, ignore=shutil.ignore_patterns("config.json", "*.safe*"))
        small = {"hidden_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2}
        config = BertConfig(**{"vocab_size": 16_000, "intermediate_size": 32, **small, **settings})
        kind(config).save_pretrained(folder)
        return folder

    return make


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
def test_any_text_gets_a_label_of_the_taxonomy(bundled: Transformer, text: str) -> None:
    (label,) = bundled.read([text])
    assert label.sentiment in SENTIMENTS
    assert label.intent in INTENTS
    assert {each.topic for each in label.topics} <= set(TOPICS)


@pytest.mark.parametrize("text", ["", " \n ", "\x00\x01"])
def test_a_text_with_nothing_in_it_is_unsure(bundled: Transformer, text: str) -> None:
    assert bundled.read([text])[0].unsure


@pytest.mark.parametrize("text", ["谢谢 医生 很 好", "شكرا جزيلا", "Спасибо большое"])
def test_a_text_in_an_alphabet_of_none_of_its_languages_is_unsure(
    bundled: Transformer, text: str
) -> None:
    assert bundled.read([text])[0].unsure


def test_a_batch_is_answered_in_its_order(bundled: Transformer, dev: list[Comment]) -> None:
    texts = [each.text for each in dev[:70]]
    alone = [bundled.read([text])[0].sentiment for text in texts]
    together = [label.sentiment for label in bundled.read(texts)]
    assert sum(one == other for one, other in zip(alone, together, strict=True)) >= 69


def test_what_stands_past_the_first_window_is_read(bundled: Transformer) -> None:
    calm = "Kävin tiistaina kontrollissa, kaikki meni kuten ennenkin. " * 40
    dear = "Lasku oli aivan liian kallis ja se maksettiin kahteen kertaan. " * 15
    (label,) = bundled.read([calm + dear])
    assert "fees" in {each.topic for each in label.topics}


def test_case_and_lost_umlauts_change_nothing(bundled: Transformer) -> None:
    plain, shouted = bundled.read(
        ["Hyvää hoitoa, lääkäri kuunteli", "HYVAA HOITOA, LAAKARI KUUNTELI"]
    )
    assert plain == shouted


def test_the_small_form_says_the_same_as_the_exact_one(
    bundled: Transformer, dev: list[Comment]
) -> None:
    texts = [each.text for each in dev]
    exact = Transformer.load(BUNDLED, exact=True).read(texts)
    same = [
        one.sentiment == other.sentiment
        for one, other in zip(exact, bundled.read(texts), strict=True)
    ]
    assert sum(same) >= 0.985 * len(same)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_the_bundled_model_reads_every_language_far_better_than_the_commonest_answer(
    bundled: Transformer, dev: list[Comment], language: str
) -> None:
    some = [each for each in dev if each.lang == language]
    commonest = evaluation.pair(some, baselines.majority(some))
    pairs = evaluation.pair(some, bundled.read)
    for figure in ("sentiment macro-F1", "topics micro-F1"):
        assert metrics.headlines(pairs)[figure] > metrics.headlines(commonest)[figure] + 0.4


def test_the_bundled_model_reads_english_nearly_as_well_as_finnish(
    bundled: Transformer, dev: list[Comment]
) -> None:
    finnish, english = (
        metrics.headlines(
            evaluation.pair([each for each in dev if each.lang == language], bundled.read)
        )
        for language in ("fi", "en")
    )
    assert english["sentiment macro-F1"] > finnish["sentiment macro-F1"] - 0.13
    assert english["topics micro-F1"] > finnish["topics micro-F1"] - 0.13


def test_the_bundled_model_is_under_40_megabytes() -> None:
    assert sum(file.stat().st_size for file in BUNDLED.iterdir()) < 40e6


def test_a_foreign_sentiment_model_is_read_by_a_mapping(foreign: Callable[..., Path]) -> None:
    folder = foreign(num_labels=3)
    names = {"LABEL_0": "negative", "LABEL_1": "neutral", "LABEL_2": "positive"}
    model = Transformer.load(folder, labels=names)
    (label,) = model.read(["kiitos"])
    assert model.head.sentiment_only
    assert (label.topics, label.model_version) == ((), "foreign")


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelUnusable, match="no such model folder"):
        Transformer.load(tmp_path / "none")


def test_a_name_that_is_not_in_the_cache_is_not_fetched() -> None:
    with pytest.raises(ModelUnusable, match="local cache"):
        Transformer.load("korva/no-such-model")


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (["config.json"], "no config.json"),
        (["tokenizer.json", "tokenizer_config.json"], "no tokenizer"),
        (["model.safetensors"], "no weights"),
    ],
)
def test_a_folder_that_lacks_a_file_says_which(copied: Path, lost: list[str], said: str) -> None:
    for name in lost:
        (copied / name).unlink()
    with pytest.raises(ModelUnusable, match=said):
        Transformer.load(copied)


def test_weights_cut_short_are_unusable(copied: Path) -> None:
    weights = copied / "model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with pytest.raises(ModelUnusable, match="can't be loaded"):
        Transformer.load(copied)


def test_a_config_that_is_no_json_is_unusable(copied: Path) -> None:
    (copied / "config.json").write_text("{")
    with pytest.raises(ModelUnusable, match="can't be loaded"):
        Transformer.load(copied)


def test_a_model_that_is_no_sequence_classifier_is_unusable(foreign: Callable[..., Path]) -> None:
    with pytest.raises(ModelUnusable, match="not a sequence classifier"):
        Transformer.load(foreign(BertForMaskedLM))


def test_labels_that_cannot_be_mapped_are_listed(foreign: Callable[..., Path]) -> None:
    folder = foreign(id2label={0: "sports", 1: "travel"})
    with pytest.raises(ModelUnusable, match="sports, travel"):
        Transformer.load(folder)


def test_loading_leaves_the_default_number_format_alone(bundled: Transformer) -> None:
    assert bundled.settings.version
    assert torch.get_default_dtype() is torch.float32
