"""Dialogues that people begin themselves: at a printed code, or out of the blue."""

from datetime import date, timedelta

from gateway.core.conversation.scene import NOTHING_YET, UNASKED, Scene, begin
from gateway.core.conversation.world import Place, Thread
from gateway.core.dialogue import Standing
from gateway.core.periods import HELSINKI
from gateway.core.reading.normalise import clean


def at_code(scene: Scene, place: Place) -> Thread:
    """The sender's dialogue at a code: today's, or a new one. One phone gives a code one answer a
    day, however often it texts."""
    return _of_today(scene, place) or _begun(
        scene, place.unit_id, NOTHING_YET, scene.rules.score_window, place.touchpoint_id
    )


def direct(scene: Scene) -> Thread:
    """A dialogue that has ended with its first message: no question of ours was open."""
    steps = len(scene.rules.opening.steps)
    standing = Standing(step=steps, ended=True, comment=clean(scene.message.text))
    return _begun(scene, scene.world.root_id, standing, scene.rules.comment_window)


def _of_today(scene: Scene, place: Place) -> Thread | None:
    """What the sender has answered, or is answering, there today. A dialogue that was stopped
    unanswered is none: who comes back may answer."""
    for thread in scene.world.threads.get(scene.message.hash, []):
        known = thread.given is not None or thread.state == "open"
        if known and thread.touchpoint_id == place.touchpoint_id and thread.day == _day(scene):
            return thread
    return None


def _begun(
    scene: Scene,
    unit_id: str,
    standing: Standing,
    window: timedelta,
    touchpoint_id: str | None = None,
) -> Thread:
    at = scene.message.received_at
    thread = Thread(
        id=scene.rules.new_id(),
        definition=scene.rules.opening.id,
        unit_id=unit_id,
        hash=scene.message.hash,
        language=scene.language,
        channel=UNASKED,
        day=_day(scene),
        state="ended" if standing.ended else "open",
        standing=standing,
        asked_at=at,
        expires_at=at + window,
        touchpoint_id=touchpoint_id,
    )
    begin(scene, thread)
    return thread


def _day(scene: Scene) -> date:
    return scene.message.received_at.astimezone(HELSINKI).date()
