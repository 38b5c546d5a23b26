import cProfile, pstats, sys, os
from benchmarks.planning_data import fill, make_all_due
from benchmarks.planning_passes import only_read, plan_all
from bot.core.policy import Mode
import shutil, time

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
t = time.process_time()
p = plan_all(u, Mode.SHADOW)
print("run", p, time.process_time() - t)
if sys.argv[1] == "p":
    pr.disable()
    pstats.Stats(pr).sort_stats("cumtime").print_stats("steps|store|core|calendars|gate|commit|letters", 48)
