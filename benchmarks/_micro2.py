import time, tempfile
from pathlib import Path
from benchmarks.house import *
from benchmarks.book import *
from bot.core.policy import Mode
from bot.core.dunning import plan, next_look, Look
from bot.steps.run_dunning import planned
from bot.store import tables
import gc

gc.disable()
w = world(Path(tempfile.mkdtemp()), "sqlite:////tmp/bench_c.sqlite", Mode.SHADOW)
t = tick()
N = [number(n) for n in range(10000)]


def tm(name, f):
    b = time.process_time()
    r = f()
    d = time.process_time() - b
    print(f"{name:30} {d * 1e6 / 10000:7.2f} us/account")
    return r


w.calendars("FR")
w.calendars("BE")
w.calendars("GB")
w.calendars("DE")
w.calendars("FR-67")
B = [N[i : i + 1000] for i in range(0, 10000, 1000)]
for _ in range(2):
    with w.store.transaction() as books:
        I = tm("items", lambda: [x for b in B for x in books.items(b)])
        S = tm("standings", lambda: [books.standings(b) for b in B])
        A = tm("accounts", lambda: [x for b in B for x in books.accounts(b)])
        L = tm("planned (all)", lambda: [p for b in B for p in planned(w, t, books, b)])
        O = tm("plan", lambda: [plan(p.look) for p in L])
        tm("next_look", lambda: [next_look(p.look, p.outcomes) for p in L])
        tm("plan_next", lambda: [books.plan_next(p.look.account.number, TODAY, "shipped") for p in L])
        tm("write_plans", lambda: books.settle_plans())
        from bot.ports import Held

        tm(
            "keep_held",
            lambda: [
                books.keep_held(TODAY, [Held(n, TODAY, ("x",) if i % 5 == 0 else ()) for i, n in enumerate(b)])
                for b in B
            ],
        )
        from collections import Counter

        print(Counter(type(o).__name__ + getattr(o, "why", "") for os in O for o in os))
        raise_ = 1
        books._db.rollback() if False else None
