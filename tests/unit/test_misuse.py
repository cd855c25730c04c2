"""What may be misuse is flagged; what many people do is not."""

from datetime import timedelta

import pytest

from gateway.core.misuse import Circumstances, suspicion

SLOW, QUICK = timedelta(seconds=40), timedelta(seconds=1)


@pytest.mark.parametrize(
    ("circumstances", "comment", "why"),
    [
        (Circumstances(False, SLOW, 0), "Kiitos", ""),
        (Circumstances(True, SLOW, 0), "Kiitos", "trap"),
        (Circumstances(False, QUICK, 0), "Kiitos", "fast"),
        (Circumstances(False, SLOW, 1), "Kiitos", "copy"),
        (Circumstances(False, SLOW, 4), "", ""),
        (Circumstances(False, SLOW, 5), "", "copy"),
        (Circumstances(False, SLOW, 5), "!!!", "copy"),
        (Circumstances(False, SLOW, 5, in_queue=True), "", ""),
        (Circumstances(False, SLOW, 1, in_queue=True), "Kiitos", "copy"),
    ],
)
def test_an_answer_is_suspected_for_a_reason(
    circumstances: Circumstances, comment: str, why: str
) -> None:
    assert suspicion(circumstances, comment) == why
