"""A process that calls one function for one item after the other, and may die of it.

The parent (:class:`Sandbox`) speaks with the child (:func:`main`) through pipes, in pickles that
their length precedes: first the function and its limits, then items one at a time. Whatever ends
the child, the guilty item is known: it is the one that has no answer. A started interpreter, not a
fork: safe beside threads and in the daemonic processes of a cluster.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import pickle
import select
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import IO, Any, Generic

from transdiff.batch.limits import (
    ItemT,
    Limits,
    ResultT,
    Work,
    attempted,
    crashed,
    out_of_memory,
    prepare,
    too_slow,
)
from transdiff.collector import collect_rarely, settle
from transdiff.errors import unexpected
from transdiff.model import Failure

_HEAD = struct.Struct("<Q")
_START_SECONDS = 600.0  # reading the program and its tables, on a node that starts a hundred
_GRACE_SECONDS = 5.0
_SETTLED = 20
"""Items after which what the function needs has been read."""
_THREADS = (
    "OMP_NUM_THREADS",
    "OPENBLAS_NUM_THREADS",
    "MKL_NUM_THREADS",
    "NUMEXPR_NUM_THREADS",
    "VECLIB_MAXIMUM_THREADS",
    "RAYON_NUM_THREADS",
)


class Sandbox(Generic[ItemT, ResultT]):
    """A child process for *work*; started when first needed, and again after it died."""

    def __init__(self, work: Work[ItemT, ResultT], limits: Limits) -> None:
        self._hello = pickle.dumps((work, limits.megabytes, limits.seconds))
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None

    def __call__(self, item: ItemT) -> ResultT | Failure:
        """Return ``work(item)``, or the Failure of an item that raised, hung or ended the child."""
        process = self._process or self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            _send(process.stdin, pickle.dumps(item))
            answer = _receive(process.stdout, self._limits.seconds)
        except TimeoutError:
            self.close()
            return too_slow(item, self._limits.seconds)
        except (EOFError, OSError):
            return self._died(item, process)
        result: ResultT | Failure = pickle.loads(answer)
        if isinstance(result, Failure) and result.stage == "memory":
            self.close()  # what an exhausted process does next is anyone's guess
        return result

    def _started(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(p for p in sys.path if p)
        env = {**os.environ, **dict.fromkeys(_THREADS, "1"), "PYTHONPATH": path}
        command = [sys.executable, "-P", "-c", f"from {__name__} import main; main()"]
        with _uninterrupted():
            process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=env, bufsize=0
            )
        assert process.stdin is not None
        assert process.stdout is not None
        self._process = process
        try:
            _send(process.stdin, self._hello)
            _receive(process.stdout, _START_SECONDS)
        except (EOFError, OSError) as error:
            self.close()
            raise RuntimeError(f"cannot start a worker process: {error!r}") from None
        return process

    def _died(self, item: ItemT, process: subprocess.Popen[bytes]) -> Failure:
        """The Failure of an item whose child is gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_SECONDS)
        self.close()
        code = process.returncode
        if code == -getattr(signal, "SIGALRM", 0):
            return too_slow(item, self._limits.seconds)
        if code == -getattr(signal, "SIGKILL", 0):
            return crashed(item, "killed, perhaps for want of memory")
        if code is not None and code < 0:
            return crashed(item, signal.Signals(-code).name)
        return crashed(item, f"exit code {code}")

    def close(self) -> None:
        """End the child, whatever it is doing, and wait until it is gone."""
        self.kill()
        process, self._process = self._process, None
        if process is None:
            return
        for pipe in (process.stdin, process.stdout):
            assert pipe is not None
            with contextlib.suppress(OSError):
                pipe.close()
        process.wait()

    def kill(self) -> None:
        """End the child; may be called from another thread than the one that waits for it."""
        if self._process is not None:
            self._process.kill()


@contextlib.contextmanager
def _uninterrupted() -> Iterator[None]:
    """Have a child that is started here wait with an interrupt until it can ignore it.

    Ctrl-C reaches every process of a terminal, also one that is still importing its modules.
    """
    if sys.platform == "win32":
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _send(pipe: IO[bytes], data: bytes) -> None:
    view = memoryview(_HEAD.pack(len(data)) + data)
    while view:  # an unbuffered pipe takes what fits
        view = view[pipe.write(view) :]


def _receive(pipe: IO[bytes], seconds: float | None = None) -> bytes:
    """The next message. Raises EOFError at the end, TimeoutError after *seconds*."""
    until = None if seconds is None else time.monotonic() + seconds
    (size,) = _HEAD.unpack(_exactly(pipe, _HEAD.size, until))
    return _exactly(pipe, size, until)


def _exactly(pipe: IO[bytes], size: int, until: float | None) -> bytes:
    parts = bytearray()
    while len(parts) < size:
        if until is not None and not _readable(pipe, until - time.monotonic()):
            raise TimeoutError
        part = pipe.read(size - len(parts))
        if not part:
            raise EOFError
        parts += part
    return bytes(parts)


def _readable(pipe: IO[bytes], seconds: float) -> bool:
    poll = select.poll()
    poll.register(pipe, select.POLLIN)
    return bool(poll.poll(max(0.0, seconds) * 1000))


def main() -> None:
    """Be the child: answer every item until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # an interrupt is the parent's business
    if sys.platform != "win32":
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    source = os.fdopen(0, "rb", buffering=0, closefd=False)
    target = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # whatever the function prints is not an answer
    try:
        collect_rarely()
        work, megabytes, seconds = pickle.loads(_receive(source))
        prepare(work)
        _limit_memory(megabytes)
        _send(target, b"ready")
        for done in itertools.count():
            item = pickle.loads(_receive(source))
            if done == _SETTLED:
                settle()
            # Should the parent be gone, an endless loop ends all the same.
            signal.setitimer(signal.ITIMER_REAL, seconds + _GRACE_SECONDS)
            _send(target, _answer(work, item))
            signal.setitimer(signal.ITIMER_REAL, 0)
    except (EOFError, BrokenPipeError):
        os._exit(0)


def _answer(work: Work[Any, Any], item: Any) -> bytes:
    result = attempted(work, item)
    try:
        return pickle.dumps(result)
    except MemoryError:
        return pickle.dumps(out_of_memory(item))
    except Exception as error:
        return pickle.dumps(Failure(item.id, f"internal error: {unexpected(error)}", "compare"))


def _limit_memory(megabytes: int | None) -> None:
    """Let this process have so much data; asking for more raises MemoryError."""
    if megabytes is None or sys.platform == "win32":
        return
    import resource

    # Linux counts here what is private and written to, as a user of `top` would.
    kind = resource.RLIMIT_DATA if sys.platform == "linux" else resource.RLIMIT_AS
    _, hard = resource.getrlimit(kind)
    wanted = megabytes * 1024 * 1024
    limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(kind, (limit, hard))
