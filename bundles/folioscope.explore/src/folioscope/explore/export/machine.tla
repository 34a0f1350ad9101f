
Tuple(f) == SubSeq(f, 1, Len(f))     (* a sequence that TLC can compare with others written as such *)
Num(b) == IF b THEN 1 ELSE 0
Abs(x) == IF x < 0 THEN 0 - x ELSE x
Div(x, y) == IF (x < 0) = (y < 0) THEN Abs(x) \div Abs(y) ELSE 0 - (Abs(x) \div Abs(y))
Rem(x, y) == x - (Div(x, y) * y)
Left(x, y) == x * (2 ^ y)
Right(x, y) == x \div (2 ^ y)
RECURSIVE And(_, _)
And(x, y) == IF x = 0 \/ y = 0 THEN 0 ELSE IF x = 0 - 1 THEN y ELSE IF y = 0 - 1 THEN x
             ELSE Num((x % 2) = 1 /\ (y % 2) = 1) + (2 * And(x \div 2, y \div 2))
Or(x, y) == x + y - And(x, y)
Xor(x, y) == x + y - (2 * And(x, y))

Threads == 1 .. THREADS
Alone == THREADS + 1

IsCell(a) == a >= FIRST /\ a < LIMIT /\ (a < END \/ ((a - END) % EACH) < LOCALS)
Cell(a) == IF a < END THEN a - FIRST + 1 ELSE END - FIRST + ((a - END) \div EACH) * LOCALS + ((a - END) % EACH) + 1
Others(c) == IF c.depth = 0 THEN c.outside ELSE {}

(* ---- what a step does *)

Told(c, kind, at, x) == IF c.dry THEN c ELSE [c EXCEPT !.told = @ \cup {<<kind, at, x>>}]
Quit(c) == {[c EXCEPT !.out = "ended"]}
Drop(c) == {[c EXCEPT !.out = "ended", !.told = c.before]}
Limit(c, at) == Quit(Told(c, "limit", at, 0))
Lost(c, a, at) == IF a >= LIMIT /\ a >= WILD - 4096 /\ a < WILD + 4096 THEN Quit(c)
                  ELSE IF a >= END /\ a < LIMIT /\ ~IsCell(a) THEN Limit(c, at)
                  ELSE Quit(Told(c, "bad-pointer", at, 0))
Push(c, f) == [c EXCEPT !.stacks[c.t] = Append(@, f)]
Stop(c, f) == {[Push(c, f) EXCEPT !.out = "stopped"]}
Cannot(c, at, lock, hangs, f) ==
    IF c.fresh \/ c.t = Alone \/ c.depth > 0
    THEN {[c EXCEPT !.out = "blocked", !.site = at, !.lock = lock, !.hangs = hangs]} ELSE Stop(c, f)
Endless(c, at, f) == IF c.t # Alone /\ c.depth = 0 THEN Stop(c, f)
                     ELSE IF c.chosen > 0 THEN Quit(c) ELSE Quit(Told(c, "endless", at, 0))

Reach(c, a, at, users(_), K(_)) ==
    IF ~IsCell(a) THEN Lost(c, a, at)
    ELSE IF c.t # Alone /\ c.t \notin users(Cell(a)) THEN Limit(c, at)
    ELSE IF Owner[Cell(a)] # 0 /\ c.gone[Owner[Cell(a)] + 1] # 0
    THEN Quit(Told(c, "poisoned", at, c.gone[Owner[Cell(a)] + 1]))
    ELSE K(c)
Get(c, a, at, K(_, _)) ==
    Reach(c, a, at, LAMBDA i : Readers[i],
          LAMBDA d : K([d EXCEPT !.touched = @ \cup Writers[Cell(a)]], d.mem[Cell(a)]))
Put(c, a, x, at, K(_)) ==
    Reach(c, a, at, LAMBDA i : Writers[i],
          LAMBDA d : IF x < 0 - 32768 \/ x > 32767 THEN Quit(d) ELSE K([d EXCEPT !.mem[Cell(a)] = x]))
Cleared(c, from, n) == [c EXCEPT !.mem = Tuple([i \in DOMAIN @ |->
    IF n > 0 /\ i >= Cell(from + (c.t - 1) * EACH) /\ i < Cell(from + (c.t - 1) * EACH) + n THEN 0 ELSE @[i]])]

Reads(c, a) == IsCell(a) /\ Writers[Cell(a)] \cap Others(c) # {}
Writes(c, a) == IsCell(a) /\ (Writers[Cell(a)] \cup Readers[Cell(a)]) \cap Others(c) # {}
Queues(c, k) == Wakers(k) \cap Others(c) # {}
Wakes(c, k) == Waiters(k) \cap Others(c) # {}
Same(a) == {i \in Cell(a) .. CELLS : \A j \in Cell(a) .. i : Owner[j] = Owner[Cell(a)]}
Strikes(c, a) == IsCell(a) /\ \E i \in Same(a) : (Writers[i] \cup Readers[i]) \cap Others(c) # {}
Strike(c, a, mark, at, K(_)) ==
    IF ~IsCell(a) THEN Lost(c, a, at) ELSE IF Owner[Cell(a)] = 0 THEN Lost(c, a, at)
    ELSE K([c EXCEPT !.gone[Owner[Cell(a)] + 1] = mark])
Prepare(c, k, at, K(_)) ==
    IF k <= 0 \/ k >= LIMIT THEN Quit(c)
    ELSE IF c.t # Alone /\ c.t \notin Waiters(k) THEN Limit(c, at)
    ELSE K([c EXCEPT !.waits[c.t] = k])
Wake(c, k, at, K(_)) ==
    IF k <= 0 \/ k >= LIMIT THEN K(c)
    ELSE IF c.t # Alone /\ c.t \notin Wakers(k) THEN Limit(c, at)
    ELSE K([c EXCEPT !.waits = Tuple([t \in DOMAIN @ |-> IF @[t] = k /\ t # Alone THEN 0 ELSE @[t]])])

Choose(c, n, K(_, _)) ==
    IF n <= 1 THEN K(c, 0) ELSE IF c.chosen >= 40 THEN Quit(c)
    ELSE IF c.dry THEN K([c EXCEPT !.chosen = @ + 1], 0)
    ELSE UNION {K([c EXCEPT !.chosen = @ + 1], x) : x \in 0 .. n - 1}
Guess(c, K(_, _)) ==
    IF c.guesses >= 6 \/ c.chosen >= 40 THEN K(c, 0) ELSE Choose([c EXCEPT !.guesses = @ + 1], 2, K)
