"""One message on stage: what a handler sees, and the few things that it may do."""

from dataclasses import dataclass, replace

from gateway.core.case import OpenedCase
from gateway.core.conversation.effects import Effects, Reply
from gateway.core.conversation.rules import Rules
from gateway.core.conversation.world import Given, Message, Sender, Thread, World
from gateway.core.dialogue import MOST_REPLIES, Standing
from gateway.core.reading import Reading
from gateway.core.response import Response

SOURCE = "sms"
#: Answers to an invitation, and texts that nobody asked for: never compared as equals.
INVITED = "sms"
UNASKED = "sms-open"
NOTHING_YET = Standing()


@dataclass(frozen=True, slots=True)
class Scene:
    """A message, the dialogue it belongs to (None: no one knows it), and how it reads there."""

    world: World
    effects: Effects
    rules: Rules
    message: Message
    thread: Thread | None
    reading: Reading

    @property
    def sender(self) -> Sender:
        return self.world.senders.get(self.message.hash) or Sender(self.message.hash)

    @property
    def language(self) -> str:
        """The language of the words where they show it, else that of the dialogue."""
        shown: str = self.reading.language
        if shown in self.rules.crisis:
            return shown
        return self.thread.language if self.thread else "fi"


def keep_sender(scene: Scene, sender: Sender) -> None:
    """Remember a changed sender."""
    scene.world.senders[sender.hash] = sender
    scene.effects.senders[sender.hash] = sender


def begin(scene: Scene, thread: Thread) -> None:
    """Put a thread that this message began in front of the sender's others."""
    scene.world.threads.setdefault(thread.hash, []).insert(0, thread)
    scene.effects.begun[thread.id] = (thread, scene.message.number)


def move(scene: Scene, thread: Thread) -> None:
    """Put a thread's new state in the place of its old one."""
    threads = scene.world.threads[thread.hash]
    scene.world.threads[thread.hash] = [thread if t.id == thread.id else t for t in threads]
    if thread.id in scene.effects.begun:
        scene.effects.begun[thread.id] = (thread, scene.effects.begun[thread.id][1])
    else:
        scene.effects.moved[thread.id] = thread


def give(
    scene: Scene, thread: Thread, standing: Standing, *, late: bool = False, held: str = ""
) -> Given | None:
    """Book what stands in a dialogue as its response; what the thread then has given.

    Late and held stay as they once were: only a person lifts them.
    """
    before = thread.given
    if standing.score is None and not standing.answers and not standing.comment:
        return before
    given = Given(
        before.response_id if before else scene.rules.new_id(),
        before.received_at if before else scene.message.received_at,
        late or (before.late if before else False),
        held or (before.held if before else ""),
    )
    if thread.state != "open" and scene.message.number:
        scene.effects.numbers[thread.id] = scene.message.number
    scene.effects.given[thread.id] = Response(
        id=given.response_id,
        source=SOURCE,
        key=thread.id,
        unit_id=thread.unit_id,
        channel=thread.channel,
        day=thread.day,
        received_at=given.received_at,
        language=thread.language,
        score=standing.score,
        answers=standing.answers or {},
        comment=standing.comment,
        late=given.late,
        held=given.held,
    )
    return given


def open_case(scene: Scene, thread: Thread, given: Given | None, kind: str) -> None:
    """Have a person look at what was given."""
    if given:
        at = scene.message.received_at
        case = OpenedCase(kind, thread.unit_id, given.response_id, thread.id, at)
        scene.effects.cases.append(case)


def reply(
    scene: Scene,
    key: str,
    language: str,
    thread: Thread | None = None,
    standing: Standing = NOTHING_YET,
    *,
    to_stopped: bool = False,
    **values: object,
) -> Standing:
    """Send a text back, unless there is nobody to send to; `standing` with the reply counted.

    Who has opted out hears only of that, and of help in need.
    """
    message = scene.message
    silent = scene.sender.stopped_at is not None and not to_stopped
    too_many = standing.replies >= MOST_REPLIES and not to_stopped
    if silent or not message.number or too_many:
        return standing
    scene.effects.replies.append(
        Reply(
            hash=message.hash,
            number=message.number,
            language=language,
            key=key,
            values={"county": scene.rules.county, **values},
            dialogue_id=thread.id if thread else None,
            step=standing.step,
            at=message.received_at,
        )
    )
    return replace(standing, replies=standing.replies + 1)
