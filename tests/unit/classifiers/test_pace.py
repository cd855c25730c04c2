"""How fast to learn at each step."""

from classifiers.training.pace import pace


def test_the_rate_rises_to_its_height_and_falls_to_almost_nothing() -> None:
    rates = [pace(step, 100, 0.1) for step in range(100)]
    assert rates.index(max(rates)) == 10
    assert rates[:11] == sorted(rates[:11])
    assert rates[10:] == sorted(rates[10:], reverse=True)
    assert (rates[10], rates[-1]) == (1.0, 0.02)


def test_without_warming_up_the_first_step_is_the_fastest() -> None:
    assert pace(0, 100, 0.0) == 1.0
