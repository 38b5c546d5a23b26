import time, tempfile, shutil, os, gc
from pathlib import Path
from benchmarks.house import *
from benchmarks.planning_data import make_all_due
from bot.core.policy import Mode
import bot.steps.run_dunning as rd
import bot.store.books as sb
from bot.store.history_books import HistoryBooks as H
from bot.store.ledger_books import LedgerBooks as Lb
from bot.store.day_books import DayBooks as D
from bot.store.desk_books import DeskBooks as K

for suf in ("", "-wal", "-shm"):
    if os.path.exists("/tmp/bench_c.sqlite" + suf):
        os.remove("/tmp/bench_c.sqlite" + suf)
shutil.copy("/tmp/bench_o100000.sqlite", "/tmp/bench_c.sqlite")
u = "sqlite:////tmp/bench_c.sqlite"
w = world(Path(tempfile.mkdtemp()), u, Mode.SHADOW)
t = tick()
for c in "FR BE GB DE FR-67".split():
    w.calendars(c)
T = {}


def wrap(o, n):
    f = getattr(o, n)

    def g(*a, **k):
        b = time.process_time()
        try:
            return f(*a, **k)
        finally:
            x = T.setdefault(n, [0, 0.0])
            x[0] += 1
            x[1] += time.process_time() - b

    setattr(o, n, g)


for o, n in [
    (rd, "_ask"),
    (rd, "_remind"),
    (rd, "conditions"),
    (rd, "plan"),
    (rd, "next_look"),
    (H, "append"),
    (H, "standing"),
    (H, "standings"),
    (H, "settle_plans"),
    (H, "_write_plans"),
    (Lb, "items"),
    (Lb, "accounts"),
    (D, "keep_held"),
    (H, "due_accounts"),
    (K, "open_task"),
    (H, "_locked"),
]:
    wrap(o, n)
import sqlalchemy

e = w.store._engine


def cb(ph, info):
    x = T.setdefault("gc", [0, 0.0])
    if ph == "start":
        x[1] -= time.process_time()
    else:
        x[1] += time.process_time()
        x[0] += 1


gc.callbacks.append(cb)
from sqlalchemy.engine.default import DefaultDialect

wrap(DefaultDialect, "do_commit")
b = time.process_time()
n = sum(1 for _ in rd.run_dunning(w, t))
print("total", time.process_time() - b)
for k, v in sorted(T.items(), key=lambda x: -x[1][1]):
    print(f"{k:15} {v[0]:7} {v[1]:.3f} s  {v[1] / v[0] * 1e6:.1f} us")
