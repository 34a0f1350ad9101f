
(* ---- steps *)

Context(s, t, outside, dry) ==
    [mem |-> s.mem, waits |-> s.waits, gone |-> s.gone, stacks |-> s.stacks, t |-> t,
     outside |-> outside \ {t}, depth |-> 0, turns |-> 0, chosen |-> 0, guesses |-> 0, fresh |-> FALSE,
     touched |-> {}, told |-> {}, before |-> {}, dry |-> dry, asking |-> 0, floor |-> 0, given |-> 0,
     out |-> "", site |-> 0, lock |-> 0, hangs |-> FALSE]
Goes(c) == c.out \in {"returned", "stopped"}
Current == [mem |-> mem, waits |-> waits, gone |-> gone, stacks |-> stacks]
Alive(s) == {t \in Threads : s.stacks[t] # <<>>}
Limited(c) == IF c.out = "blocked" /\ c.chosen > 0 THEN [c EXCEPT !.told = @ \cup {<<"limit", c.site, 3>>}] ELSE c
Step(s, t, dry) == {Limited(c) : c \in Resume(Context(s, t, Alive(s), dry), 0)}

RECURSIVE FirstSteps(_, _)
FirstSteps(c, t) ==
    IF t > THREADS THEN {c}
    ELSE UNION {IF Goes(d) THEN FirstSteps(d, t + 1) ELSE {d} :
        d \in Resume([c EXCEPT !.t = t, !.outside = Threads \ {t}, !.depth = 0, !.turns = 0, !.fresh = FALSE,
                               !.touched = {}, !.before = c.told, !.out = ""], 0)}
Stuck(c) == IF c.out # "blocked" THEN c
            ELSE Told(c, IF c.lock # 0 THEN "deadlock" ELSE "hang", c.site, Num(c.hangs))
Zeroes(n) == Tuple([i \in 1 .. n |-> 0])
Started == UNION {
    IF c.out # "returned" THEN {Stuck(c)}
    ELSE FirstSteps([c EXCEPT !.stacks = Tuple([t \in 1 .. Alone |-> IF t = Alone THEN <<>> ELSE <<<<Starts[t]>>>>]),
                              !.out = "stopped"], 1)
    : c \in Setup(Context([mem |-> FirstValues, waits |-> Zeroes(Alone), gone |-> Zeroes(OBJECTS),
                           stacks |-> Tuple([t \in 1 .. Alone |-> <<>>])], Alone, {}, FALSE))}
Finished(s) == {Stuck(c) : c \in Finish(Context(s, Alone, {}, FALSE))}

(* Why no thread moves: for each thread how it is blocked, <<>> if it has ended. *)
Blocks(s) == [t \in Threads |-> IF t \in Alive(s) THEN Step(s, t, TRUE) ELSE {}]
IsStuck(s) == Alive(s) # {} /\ \A t \in Alive(s) : \A c \in Step(s, t, TRUE) : c.out = "blocked"
RECURSIVE Hopeless(_, _, _, _)
Hopeless(s, b, t, i) ==
    LET holder == s.mem[Cell((CHOOSE c \in b[t] : TRUE).lock)]
    IN IF i > THREADS \/ holder < 1 \/ holder > THREADS THEN TRUE
       ELSE IF b[holder] = {} THEN TRUE
       ELSE IF (CHOOSE c \in b[holder] : TRUE).lock = 0 THEN FALSE
       ELSE Hopeless(s, b, holder, i + 1)
Inner(stack) == {i \in 1 .. Len(stack) : FrameWait[stack[i][1]] # 0}
Sleeps(s, t, site) ==
    LET stack == s.stacks[t]
        i == CHOOSE x \in Inner(stack) : \A y \in Inner(stack) : y <= x
        c == [Context([s EXCEPT !.stacks[t] = SubSeq(stack, 1, i)], t, {}, TRUE)
              EXCEPT !.asking = 1, !.floor = i - 1]
    IN IF Inner(stack) = {} THEN <<"hang", site, 0>>
       ELSE IF \E d \in Resume(c, 0) : d.out = "returned" /\ d.given # 0
       THEN <<"lost-wake", FrameWait[stack[i][1]], 0>> ELSE <<"hang", FrameWait[stack[i][1]], 0>>
WhyStuck(s) ==
    LET b == Blocks(s)
        Why(t) == LET c == CHOOSE x \in b[t] : TRUE
                  IN IF c.lock # 0 THEN IF Hopeless(s, b, t, 0) THEN {<<"deadlock", c.site, 0>>} ELSE {}
                     ELSE IF c.hangs THEN {<<"hang", c.site, 1>>} ELSE {Sleeps(s, t, c.site)}
    IN UNION {Why(t) : t \in Alive(s)}

(* ---- the specification *)

Init == \E c \in {d \in Started : Goes(d)} :
            mem = c.mem /\ waits = c.waits /\ gone = c.gone /\ stacks = c.stacks
Next == \E t \in Alive(Current) : \E c \in {d \in Step(Current, t, FALSE) : Goes(d)} :
            mem' = c.mem /\ waits' = c.waits /\ gone' = c.gone /\ stacks' = c.stacks
Spec == Init /\ [][Next]_<<mem, waits, gone, stacks>>

(* All that the next step can show, or why there is none. *)
Shown == UNION {UNION {c.told : c \in Step(Current, t, FALSE)} : t \in Alive(Current)}
         \cup (IF Alive(Current) = {} THEN UNION {c.told : c \in Finished(Current)} ELSE {})
         \cup (IF IsStuck(Current) THEN WhyStuck(Current) ELSE {})
Tells == \A e \in Shown : PrintT(e)
ASSUME \A e \in UNION {c.told : c \in Started} : PrintT(e)

(* As an invariant instead of Tells: TLC stops with a trace to what goes wrong first. *)
NothingGoesWrong == \A e \in Shown : e[1] = "observed"
================================================================
