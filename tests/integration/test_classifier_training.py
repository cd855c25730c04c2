"""The training command's steps, on very little text."""

import csv
import json
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from transformers import (
    AutoModelForSequenceClassification,
    AutoTokenizer,
    PreTrainedTokenizerBase,
)

from classifiers import comments, head
from classifiers.errors import CorpusUnusable, ModelUnusable
from classifiers.training import (
    auxiliary,
    curve,
    finetuning,
    lexicon,
    pipeline,
    practice,
    pretraining,
    raw_text,
)
from classifiers.training.inputs import Inputs
from classifiers.transformer import BUNDLED, Transformer

STEP = 512
SENTENCES = [
    f"Eilen kävin {place} ja siellä oli {how}, sanoi {who} minulle myöhemmin illalla."
    for place in ("torilla", "kirjastossa", "uimahallissa", "mökillä", "kaupassa")
    for how in ("hiljaista", "vilkasta", "kylmä", "mukavaa", "ahdasta")
    for who in ("naapuri", "sisko", "vanha ystävä", "myyjä")
]


@pytest.fixture(scope="module")
def raw(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("raw")
    (folder / "text.txt").write_text("\n".join(SENTENCES), "utf-8")
    return folder


@pytest.fixture(scope="module")
def tone(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tone")
    for path in auxiliary.SETS.values():
        (folder / path).parent.mkdir()
        with (folder / path).open("w", encoding="utf-8", newline="") as file:
            lines = csv.writer(file, delimiter="\t")
            lines.writerow(["text", "sentiment"])
            lines.writerows([["ihan kamalaa", "negative"], ["ihanaa", "positive"], ["?", "other"]])
    return folder


@pytest.fixture(scope="module")
def inputs(raw: Path, tone: Path, tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    part = comments.read_part("dev")
    return Inputs(
        train=part[:80],
        dev=part[80:140],
        measured=part[140:200],
        urgent=[each for each in part if each.urgent][:20],
        terms=lexicon.read()[:200],
        work=tmp_path_factory.mktemp("work"),
        raw=raw,
        auxiliary=tone,
        seeds=2,
        pretraining=pretraining.Plan(tokens=4 * STEP, per_step=STEP, report_every=1, save_every=2),
        practice=practice.Plan(composed=100, raw=20),
        finetuning=finetuning.Plan(epochs=1),
    )


@pytest.fixture(scope="module")
def said() -> list[str]:
    return []


@pytest.fixture(scope="module")
def trained(inputs: Inputs, said: list[str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained") / "model"
    pipeline.train(inputs, folder, said.append)
    return folder


def steps(said: list[str]) -> list[str]:
    return [line.split()[2] for line in said if line.startswith("pre-training")]


def test_what_is_trained_loads_with_the_auto_classes_alone(trained: Path) -> None:
    model = AutoModelForSequenceClassification.from_pretrained(trained)
    tokenizer = AutoTokenizer.from_pretrained(trained)
    logits = model(**tokenizer("Kiitos", return_tensors="pt")).logits
    assert logits.shape == (1, len(head.OWN_NAMES))
    assert tuple(model.config.id2label.values()) == head.OWN_NAMES


def test_the_config_holds_version_and_corpus_hash(trained: Path, inputs: Inputs) -> None:
    written = json.loads((trained / "config.json").read_text("utf-8"))["korva"]
    corpus = comments.fingerprint([*inputs.train, *inputs.dev])
    assert (written["version"], written["corpus"]) == (f"1-{corpus}", corpus)


def test_the_model_reads(trained: Path) -> None:
    assert Transformer.load(trained).read(["Kiitos"])[0].model_version.startswith("1-")


def test_the_card_measures_the_model_against_the_baselines(trained: Path) -> None:
    card = (trained / "README.md").read_text("utf-8")
    assert "| sentiment macro-F1 |" in card
    assert "this model minus TF-IDF" in card


def test_the_card_says_what_the_model_was_made_from(trained: Path) -> None:
    card = (trained / "README.md").read_text("utf-8")
    assert "license: cc-by-sa-4.0" in card
    assert "trained from nothing" in card
    assert "FinnSentiment" in card


def test_the_card_measures_the_urgent_texts_apart(trained: Path) -> None:
    assert "20 texts, 20 of them urgent" in (trained / "README.md").read_text("utf-8")


def test_progress_is_told_for_every_step(trained: Path, said: list[str]) -> None:
    assert steps(said) == ["1/4", "2/4", "3/4", "4/4"]
    assert [line[:14] for line in said if line.startswith("seed")] == [
        "seed 0 epoch 1",
        "seed 1 epoch 1",
        "seed 0 epoch 1",
    ]


def test_a_second_run_takes_finished_steps_as_they_are(
    trained: Path, inputs: Inputs, tmp_path: Path
) -> None:
    again: list[str] = []
    pipeline.train(inputs, tmp_path / "model", again.append)
    assert not [line for line in again if line.startswith(("pre-training", "seed"))]
    weights = "model.safetensors"
    assert (tmp_path / "model" / weights).read_bytes() == (trained / weights).read_bytes()


def test_pre_training_goes_on_where_it_was_stopped(inputs: Inputs, tmp_path: Path) -> None:
    half = replace(inputs, work=tmp_path / "work", seeds=1)
    half = replace(half, pretraining=replace(inputs.pretraining, tokens=2 * STEP))
    pipeline.train(half, tmp_path / "model", lambda _: None)
    (tmp_path / "work" / "body.pt").unlink()
    went_on: list[str] = []
    pipeline.train(
        replace(half, pretraining=inputs.pretraining), tmp_path / "model", went_on.append
    )
    assert steps(went_on) == ["3/4", "4/4"]


def test_the_same_seed_gives_the_same_weights(inputs: Inputs, tmp_path: Path) -> None:
    alone = replace(inputs, raw=None, auxiliary=None, seeds=1)
    for name in ("one", "other"):
        pipeline.train(replace(alone, work=tmp_path / name), tmp_path / "model", lambda _: None)
    one, other = (
        torch.load(tmp_path / name / "seed-0.pt", weights_only=True) for name in ("one", "other")
    )
    assert all(torch.equal(one[name], other[name]) for name in one)


def test_another_encoder_is_fine_tuned_by_the_same_command(
    trained: Path, inputs: Inputs, tmp_path: Path
) -> None:
    borrowed = replace(inputs, work=tmp_path / "work", base=str(trained), seeds=1)
    pipeline.train(borrowed, tmp_path / "model", lambda _: None)
    assert Transformer.load(tmp_path / "model").read(["Kiitos"])[0].sentiment


def test_the_card_of_another_encoder_names_it_and_claims_nothing_else(
    trained: Path, inputs: Inputs, tmp_path: Path
) -> None:
    borrowed = replace(inputs, work=tmp_path / "work", base=str(trained), seeds=1)
    pipeline.train(borrowed, tmp_path / "model", lambda _: None)
    card = (tmp_path / "model" / "README.md").read_text("utf-8")
    assert f"The body is `{trained}`" in card
    assert "trained from nothing" not in card
    assert "FinnSentiment" not in card


@pytest.mark.parametrize("kind", ["no such folder", "no model", "no mask"])
def test_an_encoder_that_cannot_be_had_is_one_sentence_with_the_remedy(
    trained: Path, inputs: Inputs, tmp_path: Path, kind: str
) -> None:
    folder = tmp_path / "encoder"
    if kind == "no model":
        folder.mkdir()
    if kind == "no mask":
        maskless(AutoTokenizer.from_pretrained(trained)).save_pretrained(folder)
    wrong = replace(inputs, work=tmp_path / "work", base=str(folder))
    with pytest.raises(ModelUnusable, match=r"correct --base|give an encoder") as found:
        pipeline.train(wrong, tmp_path / "model", lambda _: None)
    assert "\n" not in str(found.value)


def maskless(tokenizer: PreTrainedTokenizerBase) -> PreTrainedTokenizerBase:
    tokenizer.mask_token = None
    return tokenizer


def test_a_folder_of_steps_from_other_comments_is_refused(
    trained: Path, inputs: Inputs, tmp_path: Path
) -> None:
    fewer = replace(inputs, train=inputs.train[:70])
    with pytest.raises(CorpusUnusable, match="other comments"):
        pipeline.train(fewer, tmp_path / "model", lambda _: None)


def test_the_learning_curve_measures_each_share_of_the_comments(
    trained: Path, inputs: Inputs
) -> None:
    table = curve.measure(inputs, lambda _: None)
    assert [line.split(" | ")[:2] for line in table.splitlines()[2:]] == [
        [f"| {comments}", reader] for comments in (20, 40, 80) for reader in ("the model", "TF-IDF")
    ]


def test_a_folder_without_raw_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnusable, match=r"no \.txt"):
        raw_text.read(tmp_path)


def test_a_folder_without_the_auxiliary_sets_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnusable, match="finnsentiment"):
        auxiliary.read(tmp_path)


def test_long_lines_are_cut_between_sentences() -> None:
    sentence = "Tämä lause on melko pitkä ja se toistuu monta kertaa peräkkäin tekstissä. "
    pieces = list(raw_text.pieces([sentence * 10]))
    assert all(piece.endswith("tekstissä.") and len(piece) <= 240 for piece in pieces)
    assert " ".join(pieces) == (sentence * 10).strip()


@pytest.mark.parametrize(
    "line", ["lyhyt", "1234 5678 9012 3456 7890 1234", "これは日本語の文章です。" * 4]
)
def test_what_is_no_running_text_is_left_out(line: str) -> None:
    assert list(raw_text.pieces([line])) == []


def test_what_is_hidden_is_what_stood_there_and_never_a_special_piece() -> None:
    tokenizer = AutoTokenizer.from_pretrained(BUNDLED)
    encoded = tokenizer(SENTENCES, padding=True, return_tensors="pt")
    ids, mask = encoded["input_ids"], encoded["attention_mask"]
    torch.manual_seed(0)
    shown, hidden = pretraining.hide(ids, mask, tokenizer, 0.3)
    chosen = hidden != -100
    special = torch.isin(ids, torch.tensor(tokenizer.all_special_ids))
    assert torch.equal(hidden[chosen], ids[chosen])
    assert torch.equal(shown[~chosen], ids[~chosen])
    assert not (chosen & special).any()
    assert 0.25 < chosen.sum() / (~special).sum() < 0.35


def test_tone_is_judged_within_its_own_set_alone() -> None:
    example = auxiliary.Example("ihanaa", auxiliary.NAMES.index("auxiliary:xed:positive"))
    logits = torch.zeros(1, len(head.OWN_NAMES) + len(auxiliary.NAMES))
    before = pretraining.tone_loss(logits, [example])
    logits[0, len(head.OWN_NAMES) + auxiliary.NAMES.index("auxiliary:finnsentiment:negative")] = 9.0
    assert pretraining.tone_loss(logits, [example]) == before
    logits[0, len(head.OWN_NAMES) + example.column] = 9.0
    assert pretraining.tone_loss(logits, [example]) < before
