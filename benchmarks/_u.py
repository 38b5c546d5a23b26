import cProfile, pstats, time, tempfile, sys
from pathlib import Path
from benchmarks.house import *
from benchmarks.book import snapshot
from benchmarks.replies import replies
from benchmarks.reading import *
from bot.mailboxes.memory import MemoryInbox
i=MemoryInbox(lambda: NOW)
for r in replies(400,2000): i.deliver(r)
with tempfile.TemporaryDirectory() as f:
    here=world(Path(f), f"sqlite:///{f}/r.sqlite", Mode.SHADOW, mailbox(i))
    with here.store.transaction() as b: b.keep_snapshot(snapshot(2000))
    list(collect(here,tick()))
    from bot.core.inbound import MailState
    # warm with 20
    g=understand(here,tick())
    b=time.process_time(); w=time.perf_counter()
    for _ in range(20): next(g)
    print("first 20", time.process_time()-b)
    b=time.process_time(); w=time.perf_counter()
    if sys.argv[1]=="p": pr=cProfile.Profile(); pr.enable()
    for _ in g: pass
    if sys.argv[1]=="p": pr.disable()
    print("380", time.process_time()-b, time.perf_counter()-w)
    if sys.argv[1]=="p": pstats.Stats(pr).sort_stats("cumtime").print_stats("/work/main", 40); pstats.Stats(pr).sort_stats("tottime").print_stats(25)
