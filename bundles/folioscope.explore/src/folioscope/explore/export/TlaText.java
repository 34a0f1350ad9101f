package folioscope.explore.export;

/** The parts of a TLA+ module that are the same for all programs. */
final class TlaText {

    static final String HEAD = """
            ---------------- MODULE @NAME@ ----------------
            (***************************************************************************)
            (* @TITLE@ *)
            (*                                                                         *)
            (* A program of folioscope, written by "folioscope run --export tla".      *)
            (*                                                                         *)
            (* A state is the memory, the key that each thread is queued on, the       *)
            (* places where objects went away, and each thread's stack: frames of a    *)
            (* place and the locals that are still needed there.  TLC finds as many    *)
            (* distinct states as folioscope does.  A step runs a thread from one      *)
            (* access that may conflict with another thread's up to the next.          *)
            (*                                                                         *)
            (* What is found is printed as <<kind, place, detail>>; "limit" is none of *)
            (* the program's: it says that this module cannot represent what happens.  *)
            (* Steps are deep recursions: give TLC a stack, java -Xss512m.             *)
            (***************************************************************************)
            EXTENDS Integers, Sequences, FiniteSets, TLC

            VARIABLES mem, waits, gone, stacks

            """;

    static final String MACHINE = """

            Tuple(f) == SubSeq(f, 1, Len(f))     (* a sequence that TLC can compare with others written as such *)
            Num(b) == IF b THEN 1 ELSE 0
            Abs(x) == IF x < 0 THEN 0 - x ELSE x
            Div(x, y) == IF (x < 0) = (y < 0) THEN Abs(x) \\div Abs(y) ELSE 0 - (Abs(x) \\div Abs(y))
            Rem(x, y) == x - (Div(x, y) * y)
            Left(x, y) == x * (2 ^ y)
            Right(x, y) == x \\div (2 ^ y)
            RECURSIVE And(_, _)
            And(x, y) == IF x = 0 \\/ y = 0 THEN 0 ELSE IF x = 0 - 1 THEN y ELSE IF y = 0 - 1 THEN x
                         ELSE Num((x % 2) = 1 /\\ (y % 2) = 1) + (2 * And(x \\div 2, y \\div 2))
            Or(x, y) == x + y - And(x, y)
            Xor(x, y) == x + y - (2 * And(x, y))

            Threads == 1 .. THREADS
            Alone == THREADS + 1

            IsCell(a) == a >= FIRST /\\ a < LIMIT /\\ (a < END \\/ ((a - END) % EACH) < LOCALS)
            Cell(a) == IF a < END THEN a - FIRST + 1 ELSE END - FIRST + ((a - END) \\div EACH) * LOCALS + ((a - END) % EACH) + 1
            Others(c) == IF c.depth = 0 THEN c.outside ELSE {}

            (* ---- what a step does *)

            Told(c, kind, at, x) == IF c.dry THEN c ELSE [c EXCEPT !.told = @ \\cup {<<kind, at, x>>}]
            Quit(c) == {[c EXCEPT !.out = "ended"]}
            Drop(c) == {[c EXCEPT !.out = "ended", !.told = c.before]}
            Limit(c, at) == Quit(Told(c, "limit", at, 0))
            Lost(c, a, at) == IF a >= LIMIT /\\ a >= WILD - 4096 /\\ a < WILD + 4096 THEN Quit(c)
                              ELSE IF a >= END /\\ a < LIMIT /\\ ~IsCell(a) THEN Limit(c, at)
                              ELSE Quit(Told(c, "bad-pointer", at, 0))
            Push(c, f) == [c EXCEPT !.stacks[c.t] = Append(@, f)]
            Stop(c, f) == {[Push(c, f) EXCEPT !.out = "stopped"]}
            Cannot(c, at, lock, hangs, f) ==
                IF c.fresh \\/ c.t = Alone \\/ c.depth > 0
                THEN {[c EXCEPT !.out = "blocked", !.site = at, !.lock = lock, !.hangs = hangs]} ELSE Stop(c, f)
            Endless(c, at, f) == IF c.t # Alone /\\ c.depth = 0 THEN Stop(c, f)
                                 ELSE IF c.chosen > 0 THEN Quit(c) ELSE Quit(Told(c, "endless", at, 0))

            Reach(c, a, at, users(_), K(_)) ==
                IF ~IsCell(a) THEN Lost(c, a, at)
                ELSE IF c.t # Alone /\\ c.t \\notin users(Cell(a)) THEN Limit(c, at)
                ELSE IF Owner[Cell(a)] # 0 /\\ c.gone[Owner[Cell(a)] + 1] # 0
                THEN Quit(Told(c, "poisoned", at, c.gone[Owner[Cell(a)] + 1]))
                ELSE K(c)
            Get(c, a, at, K(_, _)) ==
                Reach(c, a, at, LAMBDA i : Readers[i],
                      LAMBDA d : K([d EXCEPT !.touched = @ \\cup Writers[Cell(a)]], d.mem[Cell(a)]))
            Put(c, a, x, at, K(_)) ==
                Reach(c, a, at, LAMBDA i : Writers[i],
                      LAMBDA d : IF x < 0 - 32768 \\/ x > 32767 THEN Quit(d) ELSE K([d EXCEPT !.mem[Cell(a)] = x]))
            Cleared(c, from, n) == [c EXCEPT !.mem = Tuple([i \\in DOMAIN @ |->
                IF n > 0 /\\ i >= Cell(from + (c.t - 1) * EACH) /\\ i < Cell(from + (c.t - 1) * EACH) + n THEN 0 ELSE @[i]])]

            Reads(c, a) == IsCell(a) /\\ Writers[Cell(a)] \\cap Others(c) # {}
            Writes(c, a) == IsCell(a) /\\ (Writers[Cell(a)] \\cup Readers[Cell(a)]) \\cap Others(c) # {}
            Queues(c, k) == Wakers(k) \\cap Others(c) # {}
            Wakes(c, k) == Waiters(k) \\cap Others(c) # {}
            Same(a) == {i \\in Cell(a) .. CELLS : \\A j \\in Cell(a) .. i : Owner[j] = Owner[Cell(a)]}
            Strikes(c, a) == IsCell(a) /\\ \\E i \\in Same(a) : (Writers[i] \\cup Readers[i]) \\cap Others(c) # {}
            Strike(c, a, mark, at, K(_)) ==
                IF ~IsCell(a) THEN Lost(c, a, at) ELSE IF Owner[Cell(a)] = 0 THEN Lost(c, a, at)
                ELSE K([c EXCEPT !.gone[Owner[Cell(a)] + 1] = mark])
            Prepare(c, k, at, K(_)) ==
                IF k <= 0 \\/ k >= LIMIT THEN Quit(c)
                ELSE IF c.t # Alone /\\ c.t \\notin Waiters(k) THEN Limit(c, at)
                ELSE K([c EXCEPT !.waits[c.t] = k])
            Wake(c, k, at, K(_)) ==
                IF k <= 0 \\/ k >= LIMIT THEN K(c)
                ELSE IF c.t # Alone /\\ c.t \\notin Wakers(k) THEN Limit(c, at)
                ELSE K([c EXCEPT !.waits = Tuple([t \\in DOMAIN @ |-> IF @[t] = k /\\ t # Alone THEN 0 ELSE @[t]])])

            Choose(c, n, K(_, _)) ==
                IF n <= 1 THEN K(c, 0) ELSE IF c.chosen >= 40 THEN Quit(c)
                ELSE IF c.dry THEN K([c EXCEPT !.chosen = @ + 1], 0)
                ELSE UNION {K([c EXCEPT !.chosen = @ + 1], x) : x \\in 0 .. n - 1}
            Guess(c, K(_, _)) ==
                IF c.guesses >= 6 \\/ c.chosen >= 40 THEN K(c, 0) ELSE Choose([c EXCEPT !.guesses = @ + 1], 2, K)
            """;

    static final String STEPS = """

            (* ---- steps *)

            Context(s, t, outside, dry) ==
                [mem |-> s.mem, waits |-> s.waits, gone |-> s.gone, stacks |-> s.stacks, t |-> t,
                 outside |-> outside \\ {t}, depth |-> 0, turns |-> 0, chosen |-> 0, guesses |-> 0, fresh |-> FALSE,
                 touched |-> {}, told |-> {}, before |-> {}, dry |-> dry, asking |-> 0, floor |-> 0, given |-> 0,
                 out |-> "", site |-> 0, lock |-> 0, hangs |-> FALSE]
            Goes(c) == c.out \\in {"returned", "stopped"}
            Current == [mem |-> mem, waits |-> waits, gone |-> gone, stacks |-> stacks]
            Alive(s) == {t \\in Threads : s.stacks[t] # <<>>}
            Limited(c) == IF c.out = "blocked" /\\ c.chosen > 0 THEN [c EXCEPT !.told = @ \\cup {<<"limit", c.site, 3>>}] ELSE c
            Step(s, t, dry) == {Limited(c) : c \\in Resume(Context(s, t, Alive(s), dry), 0)}

            RECURSIVE FirstSteps(_, _)
            FirstSteps(c, t) ==
                IF t > THREADS THEN {c}
                ELSE UNION {IF Goes(d) THEN FirstSteps(d, t + 1) ELSE {d} :
                    d \\in Resume([c EXCEPT !.t = t, !.outside = Threads \\ {t}, !.depth = 0, !.turns = 0, !.fresh = FALSE,
                                           !.touched = {}, !.before = c.told, !.out = ""], 0)}
            Stuck(c) == IF c.out # "blocked" THEN c
                        ELSE Told(c, IF c.lock # 0 THEN "deadlock" ELSE "hang", c.site, Num(c.hangs))
            Zeroes(n) == Tuple([i \\in 1 .. n |-> 0])
            Started == UNION {
                IF c.out # "returned" THEN {Stuck(c)}
                ELSE FirstSteps([c EXCEPT !.stacks = Tuple([t \\in 1 .. Alone |-> IF t = Alone THEN <<>> ELSE <<<<Starts[t]>>>>]),
                                          !.out = "stopped"], 1)
                : c \\in Setup(Context([mem |-> FirstValues, waits |-> Zeroes(Alone), gone |-> Zeroes(OBJECTS),
                                       stacks |-> Tuple([t \\in 1 .. Alone |-> <<>>])], Alone, {}, FALSE))}
            Finished(s) == {Stuck(c) : c \\in Finish(Context(s, Alone, {}, FALSE))}

            (* Why no thread moves: for each thread how it is blocked, <<>> if it has ended. *)
            Blocks(s) == [t \\in Threads |-> IF t \\in Alive(s) THEN Step(s, t, TRUE) ELSE {}]
            IsStuck(s) == Alive(s) # {} /\\ \\A t \\in Alive(s) : \\A c \\in Step(s, t, TRUE) : c.out = "blocked"
            RECURSIVE Hopeless(_, _, _, _)
            Hopeless(s, b, t, i) ==
                LET holder == s.mem[Cell((CHOOSE c \\in b[t] : TRUE).lock)]
                IN IF i > THREADS \\/ holder < 1 \\/ holder > THREADS THEN TRUE
                   ELSE IF b[holder] = {} THEN TRUE
                   ELSE IF (CHOOSE c \\in b[holder] : TRUE).lock = 0 THEN FALSE
                   ELSE Hopeless(s, b, holder, i + 1)
            Inner(stack) == {i \\in 1 .. Len(stack) : FrameWait[stack[i][1]] # 0}
            Sleeps(s, t, site) ==
                LET stack == s.stacks[t]
                    i == CHOOSE x \\in Inner(stack) : \\A y \\in Inner(stack) : y <= x
                    c == [Context([s EXCEPT !.stacks[t] = SubSeq(stack, 1, i)], t, {}, TRUE)
                          EXCEPT !.asking = 1, !.floor = i - 1]
                IN IF Inner(stack) = {} THEN <<"hang", site, 0>>
                   ELSE IF \\E d \\in Resume(c, 0) : d.out = "returned" /\\ d.given # 0
                   THEN <<"lost-wake", FrameWait[stack[i][1]], 0>> ELSE <<"hang", FrameWait[stack[i][1]], 0>>
            WhyStuck(s) ==
                LET b == Blocks(s)
                    Why(t) == LET c == CHOOSE x \\in b[t] : TRUE
                              IN IF c.lock # 0 THEN IF Hopeless(s, b, t, 0) THEN {<<"deadlock", c.site, 0>>} ELSE {}
                                 ELSE IF c.hangs THEN {<<"hang", c.site, 1>>} ELSE {Sleeps(s, t, c.site)}
                IN UNION {Why(t) : t \\in Alive(s)}

            (* ---- the specification *)

            Init == \\E c \\in {d \\in Started : Goes(d)} :
                        mem = c.mem /\\ waits = c.waits /\\ gone = c.gone /\\ stacks = c.stacks
            Next == \\E t \\in Alive(Current) : \\E c \\in {d \\in Step(Current, t, FALSE) : Goes(d)} :
                        mem' = c.mem /\\ waits' = c.waits /\\ gone' = c.gone /\\ stacks' = c.stacks
            Spec == Init /\\ [][Next]_<<mem, waits, gone, stacks>>

            (* All that the next step can show, or why there is none. *)
            Shown == UNION {UNION {c.told : c \\in Step(Current, t, FALSE)} : t \\in Alive(Current)}
                     \\cup (IF Alive(Current) = {} THEN UNION {c.told : c \\in Finished(Current)} ELSE {})
                     \\cup (IF IsStuck(Current) THEN WhyStuck(Current) ELSE {})
            Tells == \\A e \\in Shown : PrintT(e)
            ASSUME \\A e \\in UNION {c.told : c \\in Started} : PrintT(e)

            (* As an invariant instead of Tells: TLC stops with a trace to what goes wrong first. *)
            NothingGoesWrong == \\A e \\in Shown : e[1] = "observed"
            ================================================================
            """;

    static final String CONFIGURATION = """
            INIT Init
            NEXT Next
            INVARIANT Tells
            CHECK_DEADLOCK FALSE
            """;

    private TlaText() {
    }
}
