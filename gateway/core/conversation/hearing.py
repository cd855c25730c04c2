"""What a message says where it stands, and what follows from it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeGuard

from gateway.core.case import CONTACT, URGENT
from gateway.core.codes import leading_code
from gateway.core.contact import wants_contact
from gateway.core.conversation.effects import Effects, Outcome
from gateway.core.conversation.rules import Rules, open_step
from gateway.core.conversation.scene import (
    Scene,
    give,
    keep_sender,
    move,
    open_case,
    reply,
)
from gateway.core.conversation.unasked import at_code, direct
from gateway.core.conversation.world import Given, Message, Place, Thread, World
from gateway.core.dialogue import Standing, advance, append
from gateway.core.reading import Reading, read


def hear(
    world: World, effects: Effects, rules: Rules, message: Message, thread: Thread | None
) -> Outcome:
    leading = leading_code(message.text)
    if leading and (place := world.places.get(leading.code)):
        return _arrive(world, effects, rules, replace(message, text=leading.rest), place)
    reading = read_there(rules, message, thread)
    scene = Scene(world, effects, rules, message, thread, reading)
    if reading.urgent:
        return _urgent(scene)
    if handler := _BY_KIND.get(reading.kind):
        return handler(scene)
    if _is_open(thread, scene):
        return _answer(scene, thread)
    return _after_the_end(scene)


def read_there(rules: Rules, message: Message, thread: Thread | None) -> Reading:
    """A message as it reads at its step. Who was asked nothing is read as one who is scored, so
    that an opt-out or a cry for help is heard; the rest of that reading is not used."""
    step = open_step(rules, thread)
    if step is None:
        return read(message.text, "score" if thread is None else "comment")
    return read(message.text, step.kind, range(1, step.options + 1) if step.options else None)


def _arrive(
    world: World, effects: Effects, rules: Rules, message: Message, place: Place
) -> Outcome:
    """A text that begins with a printed code opens a dialogue there, or goes on with today's."""
    reading = read(message.text, "score")
    scene = Scene(world, effects, rules, message, None, reading)
    thread = at_code(scene, place)
    if message.text:
        return hear(world, effects, rules, message, thread)
    step = open_step(rules, thread) if thread.state == "open" else None
    question = step.question(thread.standing.score) if step else "sms.thanks"
    asked = reply(scene, question, thread.language, thread, thread.standing, unit=place.unit_name)
    move(scene, replace(thread, standing=asked))
    return Outcome.HELP


def _answer(scene: Scene, thread: Thread) -> Outcome:
    definition, before = scene.rules.definitions[thread.definition], thread.standing
    turn = advance(definition, before, scene.reading)
    standing, stepped = turn.standing, turn.standing.step != before.step
    if turn.say:
        options = 0 if standing.ended else definition.steps[standing.step].options
        standing = reply(scene, turn.say, thread.language, thread, standing, options=options)
    until = scene.message.received_at + scene.rules.comment_window
    moved = replace(
        thread,
        standing=standing,
        state="ended" if standing.ended else "open",
        expires_at=until if stepped else thread.expires_at,
        step_asked_at=None if stepped else thread.step_asked_at,
        given=_given(scene, thread, standing),
    )
    move(scene, moved)
    return Outcome.ANSWER if stepped or scene.reading.kind == "score" else Outcome.UNREAD


def _after_the_end(scene: Scene) -> Outcome:
    thread, at = scene.thread, scene.message.received_at
    late = thread is not None and at >= thread.expires_at
    if thread is None or (late and not _was_asked(thread)):
        return _direct(scene)
    standing = append(thread.standing, scene.reading, scene.message.text, _was_asked(thread))
    changed = standing != thread.standing
    given = _given(scene, thread, standing, late=late) if changed else thread.given
    if thread.state == "open":
        standing = reply(scene, "sms.thanks", thread.language, thread, standing)
    state = "ended" if thread.state == "open" else thread.state
    move(scene, replace(thread, standing=standing, state=state, given=given))
    return Outcome.LATE if late else Outcome.ADDED


def _was_asked(thread: Thread) -> bool:
    return thread.invitation_id is not None or thread.touchpoint_id is not None


def _direct(scene: Scene) -> Outcome:
    """Feedback that nobody asked for. A number in it answers no question of ours, so the whole
    text is the comment."""
    thread = direct(scene)
    move(scene, replace(thread, given=_given(scene, thread, thread.standing)))
    sender, at, rest = scene.sender, scene.message.received_at, scene.rules.greeting_rest
    if sender.greeted_at is None or at - sender.greeted_at > rest:
        reply(scene, "sms.direct", scene.language)
        keep_sender(scene, replace(sender, greeted_at=at))
    return Outcome.DIRECT


def _given(scene: Scene, thread: Thread, standing: Standing, *, late: bool = False) -> Given | None:
    """What is given now. A wish to be contacted opens a case."""
    given = give(scene, thread, standing, late=late)
    if wants_contact(scene.message.text):
        open_case(scene, thread, given, CONTACT)
    return given


def _urgent(scene: Scene) -> Outcome:
    """Somebody may be in danger: a fixed safe answer, a case, and no further question. The score
    stays apart from the figures until a person has looked."""
    thread = scene.thread or direct(scene)
    standing = thread.standing
    if scene.thread:
        score = scene.reading.score if standing.score is None else standing.score
        standing = append(standing, scene.reading, scene.message.text, False)
        standing = replace(standing, score=score, ended=True)
    late = scene.message.received_at >= thread.expires_at
    given = give(scene, thread, standing, late=late, held=URGENT)
    open_case(scene, thread, given, URGENT)
    language = scene.language
    crisis = scene.rules.crisis[language]
    standing = reply(
        scene, "sms.urgent", language, thread, standing, to_stopped=True, crisis=crisis
    )
    move(scene, replace(thread, standing=standing, state="ended", given=given))
    return Outcome.URGENT


def _stop(scene: Scene) -> Outcome:
    sender, reading, thread = scene.sender, scene.reading, scene.thread
    for other in scene.world.threads.get(sender.hash, []):
        if other.state == "open":
            move(scene, _stopped(scene, other))
    if sender.stopped_at is None:
        key = "sms.stopped_wrong_number" if reading.wrong_number else "sms.stopped"
        reply(scene, key, scene.language)
        at = scene.message.received_at
        keep_sender(scene, replace(sender, stopped_at=at, stopped_by="sms"))
    scene.effects.stopped.add(sender.hash)
    if reading.wrong_number and thread and thread.invitation_id:
        scene.effects.wrong_numbers.add(thread.invitation_id)
    return Outcome.WRONG_NUMBER if reading.wrong_number else Outcome.STOP


def _stopped(scene: Scene, thread: Thread) -> Thread:
    """A thread ended by an opt-out; a score beside the stop word is still an answer."""
    score = scene.reading.score
    if thread != scene.thread or score is None or thread.standing.score is not None:
        return replace(thread, state="stopped")
    standing = replace(thread.standing, score=score)
    given = give(scene, thread, standing)
    return replace(thread, state="stopped", standing=standing, given=given)


def _start(scene: Scene) -> Outcome:
    keep_sender(scene, replace(scene.sender, stopped_at=None, stopped_by=""))
    scene.effects.stopped.discard(scene.message.hash)
    reply(scene, "sms.started", scene.language)
    return Outcome.START


def _help(scene: Scene) -> Outcome:
    """What is asked is answered. It is kept too where it may have been meant as a comment, and
    from somebody whom we asked nothing."""
    thread = scene.thread or direct(scene)
    standing, given = thread.standing, thread.given
    if scene.thread and scene.reading.comment:
        standing = append(standing, scene.reading, scene.message.text, False)
    if scene.thread is None or standing != thread.standing:
        given = _given(scene, thread, standing)
    key = "sms.help" if _awaits_a_score(scene) else "sms.about"
    standing = reply(scene, key, scene.language, thread, standing)
    move(scene, replace(thread, standing=standing, given=given))
    return Outcome.HELP


def _awaits_a_score(scene: Scene) -> bool:
    step = open_step(scene.rules, scene.thread) if _is_open(scene.thread, scene) else None
    return step is not None and step.kind == "score"


def _is_open(thread: Thread | None, scene: Scene) -> TypeGuard[Thread]:
    at = scene.message.received_at
    return thread is not None and thread.state == "open" and at < thread.expires_at


_BY_KIND: Mapping[str, Callable[[Scene], Outcome]] = {
    "optout": _stop,
    "optin": _start,
    "help": _help,
}
