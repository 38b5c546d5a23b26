import cProfile, pstats, sys, os
from benchmarks.planning_data import fill, make_all_due
from benchmarks.planning_passes import only_read, plan_all
from bot.core.policy import Mode
import shutil, time, gc
import bot.wiring

mode = sys.argv[3]

N = int(sys.argv[2]) if len(sys.argv) > 2 else 20000
o = f"/tmp/bench_o{N}.sqlite"
if not os.path.exists(o):
    fill("sqlite:///" + o, N)
for suf in ("", "-wal", "-shm"):
    if os.path.exists("/tmp/bench_c.sqlite" + suf):
        os.remove("/tmp/bench_c.sqlite" + suf)
shutil.copy(o, "/tmp/bench_c.sqlite")
u = "sqlite:////tmp/bench_c.sqlite"
make_all_due(u)
t = time.process_time()
p = only_read(u)
print("read", p, time.process_time() - t)
if sys.argv[1] == "p":
    pr = cProfile.Profile()
    pr.enable()
from benchmarks.house import world
import tempfile
from pathlib import Path

world(Path(tempfile.mkdtemp()), u, Mode.SHADOW).calendars("FR")
if mode == "freeze":
    gc.collect()
    gc.freeze()
if mode == "off":
    gc.disable()
st = [0, 0.0]


def cb(ph, info):
    if ph == "start":
        st[1] -= time.process_time()
    else:
        st[1] += time.process_time()
        st[0] += 1


gc.callbacks.append(cb)
t = time.process_time()
p = plan_all(u, Mode.SHADOW)
print("gc", st, len(gc.get_objects()))
print("run", p, time.process_time() - t)
if sys.argv[1] == "p":
    pr.disable()
    pstats.Stats(pr).sort_stats("cumtime").print_stats("steps|store|core|calendars|gate|commit|letters", 48)
