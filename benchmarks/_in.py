import time
from bot.store.engine import *
from bot.store.tables import *
from sqlalchemy import *
from bot.store.ledger_books import _ITEM

e = open_engine(parsed("sqlite:////tmp/bench_c.sqlite"))
N = [f"X{n}" for n in range(1000)]
import json

with e.connect() as db:
    for q in (
        _ITEM.where(ITEM.c.account.in_(N)),
        _ITEM.where(ITEM.c.account.in_(select(func.json_each(bindparam("j")).table_valued("value").c.value))),
        _ITEM.where(column("account").in_(N)),
    ):
        p = {"j": json.dumps(N)} if "json_each" in str(q) else {}
        b = time.process_time()
        for _ in range(50):
            db.execute(q, p).all()
        print((time.process_time() - b) / 50 * 1e3, "ms per 1000")
    N = [f"C{n:06d}" for n in range(1000)]
    b = time.process_time()
    for _ in range(50):
        r = db.execute(_ITEM.where(ITEM.c.account.in_(N)).order_by(ITEM.c.account, ITEM.c.position)).all()
    print((time.process_time() - b) / 50 * 1e3, "ms per 1000 real", len(r))
    b = time.process_time()
    for _ in range(50):
        r = db.execute(
            _ITEM.where(
                ITEM.c.account.in_(select(func.json_each(bindparam("j")).table_valued("value").c.value))
            ).order_by(ITEM.c.account, ITEM.c.position),
            {"j": json.dumps(N)},
        ).all()
    print((time.process_time() - b) / 50 * 1e3, "ms per 1000 real json", len(r))
    b = time.process_time()
    for _ in range(50):
        r = db.execute(
            _ITEM.where(ITEM.c.account >= N[0], ITEM.c.account <= N[-1]).order_by(ITEM.c.account, ITEM.c.position)
        ).all()
    print((time.process_time() - b) / 50 * 1e3, "ms per 1000 real range", len(r))
    raw = e.raw_connection()
    from bot.store.ledger_rows import item_of

    b = time.process_time()
    for _ in range(50):
        x = [item_of(q) for q in r]
    print((time.process_time() - b) / 50 * 1e3, "ms decode")
