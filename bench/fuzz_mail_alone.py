"""Reads damaged mail by the parser alone, in a process of its own, and counts."""

import signal
import sys
import time
import traceback
from collections import Counter
from types import FrameType

from bench.fuzz_mail_made import SEED, letters
from onward.domain.mail.body.clean import body_of
from onward.domain.mail.body.strip import strip
from onward.domain.mail.parsing.parse import parse
from onward.domain.mail.parsing.thread import thread_of
from tests.domain.mail.mutated import mutations
from tests.domain.mail.parsing.bombs import BOMBS

MOST_SECONDS = 2.0


class _TooSlowError(Exception):
    """A message took longer than it may."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    raise _TooSlowError


def read(raw: bytes, ends: Counter[str]) -> float:
    """Read one message, note how it ended, and return its processor seconds."""
    began = time.process_time()
    signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS)
    try:
        mail = parse(raw)
        strip(body_of(mail))
        thread_of(mail)
    except _TooSlowError:
        ends["hung"] += 1
    except Exception:  # noqa: BLE001 - to find any is the point
        ends["uncaught"] += 1
        traceback.print_exc()
    else:
        ends["partly parsed" if mail.faults else "parsed"] += 1
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return time.process_time() - began


def main(count: int) -> None:
    """Read all of it and say how it ended."""
    signal.signal(signal.SIGPROF, _stop)
    kinds = {
        "collected": iter(letters()),
        "mutated": mutations(letters(), count, SEED),
        "bombs": iter(BOMBS.values()),
    }
    for kind, mails in kinds.items():
        ends: Counter[str] = Counter()
        slowest = max(read(raw, ends) for raw in mails)
        told = ", ".join(f"{number} {end}" for end, number in sorted(ends.items()))
        print(f"{kind}: {sum(ends.values())} = {told}; slowest {slowest:.2f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]))
