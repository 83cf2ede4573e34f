"""Waiting until a part of the interface has handled what it was sent.

Each of Textual's screens and widgets handles its messages one by one, by itself.
What is sent to two of them may be handled in any order, unless one waits for the other.
"""

import asyncio
from contextlib import suppress

from textual.message_pump import MessagePump

#: Seconds that are waited at most.
_PATIENCE = 1.0


async def until_handled(node: MessagePump) -> None:
    """Wait until ``node`` has handled all that it was sent before. It must not wait for itself."""
    handled = asyncio.Event()
    if node.call_later(handled.set):
        with suppress(TimeoutError):
            await asyncio.wait_for(handled.wait(), _PATIENCE)
