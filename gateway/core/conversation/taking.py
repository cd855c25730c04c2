"""Taking one message: is it new, whose is it, and was it taken already under another id."""

from dataclasses import replace

from gateway.core.conversation.effects import Effects, Outcome
from gateway.core.conversation.hearing import hear, read_there
from gateway.core.conversation.joining import join
from gateway.core.conversation.rules import COPY_WITHIN, Rules, open_step
from gateway.core.conversation.world import Message, Taken, Thread, World
from gateway.core.errors import InputError


def take(world: World, effects: Effects, rules: Rules, message: Message) -> Outcome:
    """Take a message into `effects`; `world` afterwards knows of it."""
    if (message.provider, message.id) in world.seen:
        return Outcome.DUPLICATE
    world.seen.add((message.provider, message.id))
    text = _join(world, effects, message)
    if text is None:
        _remember(world, effects, rules, message, None)
        return Outcome.PART
    if message.part:
        message = replace(message, text=text)
    thread = _thread_of(world, message)
    is_copy = _is_copy(world, rules, message, thread)
    if is_copy and not _stops_again(world, rules, message, thread):
        outcome = Outcome.COPY
    else:
        outcome = hear(world, effects, rules, message, thread)
    _remember(world, effects, rules, message, thread)
    return outcome


def _thread_of(world: World, message: Message) -> Thread | None:
    """The dialogue that is open now, else the newest: a late reply belongs to its own visit."""
    threads = world.threads.get(message.hash, [])
    for thread in threads:
        if thread.state == "open" and message.received_at < thread.expires_at:
            return thread
    return threads[0] if threads else None


def _is_copy(world: World, rules: Rules, message: Message, thread: Thread | None) -> bool:
    """The same text to the same dialogue within minutes, whatever its step now. Two equal answers
    to two questions are told apart by the second question having gone out in between."""
    digest = rules.digest(message.text)
    for taken in world.recent.get(message.hash, []):
        same_dialogue = thread is None or taken.dialogue_id == thread.id
        if taken.digest != digest or message.received_at - taken.at > COPY_WITHIN:
            continue
        if same_dialogue and not (thread and _asked_anew(rules, thread, taken)):
            return True
    return False


def _stops_again(world: World, rules: Rules, message: Message, thread: Thread | None) -> bool:
    """STOP, START, STOP within minutes: an opt-out that is not in force is never a copy."""
    sender = world.senders.get(message.hash)
    stopped = sender is not None and sender.stopped_at is not None
    return not stopped and read_there(rules, message, thread).stop


def _asked_anew(rules: Rules, thread: Thread, taken: Taken) -> bool:
    step = open_step(rules, thread)
    return (
        step is not None
        and step.kind != "comment"
        and taken.step != thread.standing.step
        and thread.step_asked_at is not None
        and thread.step_asked_at > taken.at
    )


def _remember(
    world: World, effects: Effects, rules: Rules, message: Message, thread: Thread | None
) -> None:
    """Note the message beside the dialogue that has it now, and the step it was an answer to."""
    owner = _thread_of(world, message)
    same = thread is not None and owner is not None and owner.id == thread.id
    taken = Taken(
        message.provider,
        message.id,
        message.hash,
        rules.digest(message.text),
        owner.id if owner else None,
        thread.standing.step if thread and same else 0,
        message.received_at,
    )
    world.recent.setdefault(message.hash, []).append(taken)
    effects.taken.append(taken)


def _join(world: World, effects: Effects, message: Message) -> str | None:
    """The whole text of a message, None while parts of it are missing. Parts of another message
    that had the same reference can't be completed any more; they give way."""
    part = message.part
    if part is None:
        return message.text
    key = (message.hash, part.reference)
    known = [*world.parts.get(key, ()), (part, message.text)]
    try:
        text = join(known)
    except InputError:
        _forget_parts(effects, key)
        known, text = [(part, message.text)], None
    if text is None:
        world.parts[key] = known
        effects.parts.setdefault(key, []).append(message)
        return None
    _forget_parts(effects, key)
    world.parts.pop(key, None)
    return text


def _forget_parts(effects: Effects, key: tuple[bytes, str]) -> None:
    effects.joined.add(key)
    effects.parts.pop(key, None)
