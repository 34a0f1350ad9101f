package folioscope.explore.export;

/** The parts of a Promela model that are the same for all programs. */
final class MachineText {

    static final String HEAD = """
            /*
             * @TITLE@
             *
             * A program of folioscope for SPIN, written by "folioscope run --export promela":
             *
             *     spin -a FILE && gcc -O1 -fwrapv -DSAFETY -DNOREDUCE -DPRINTF -DVECTORSZ=@VECTOR@ -o pan pan.c
             *     ./pan -c0 -m1000000
             *
             * One state of SPIN is one state of folioscope: the memory, what each thread waits for, and each thread's
             * stack (for each function that it is in the locals still needed, and the place where it goes on). All other
             * variables are 0 between steps. A step is one go of the loop of the only process: it runs a thread from one
             * access that may conflict with another thread's up to the next. SPIN stores two states more: the one before
             * setup(), and the one in which nothing is left to do, to which every path that ends leads.
             *
             * With -DPRINTF it says what it finds whenever it finds it: "violation KIND PLACE DETAIL", "observed PLACE
             * VALUE". Kinds: 1 a check fails, 2 a bug, 3 a warning, 4 an object is touched after it went away (DETAIL is
             * the place where it went), 5 a pointer to nowhere is followed, 6 a loop that never ends, 8 a wake is lost,
             * 9 a thread waits for ever (DETAIL 1: for a condition, not for a wake), 10 a deadlock. Kind 20 is none of the program's: it says that this model cannot
             * represent what happens there, or that there is an access that folioscope did not know of. That from some
             * state on no run ever ends, without any thread being stuck, is nothing that SPIN's checks of states tell.
             */
            """;

    static final String VARIABLES = """

            #define BEFORE 0        /* phases */
            #define RUNNING 1
            #define OVER 2

            #define SETUP 1         /* modes */
            #define FIRST_STEPS 2
            #define STEP 3
            #define FINISH 4
            #define STUCK 5
            #define NOTHING 6

            #define CHECK 1         /* what is told */
            #define BUG 2
            #define WARN 3
            #define POISONED 4
            #define BAD_POINTER 5
            #define ENDLESS 6
            #define OBSERVED 7
            #define LOST_WAKE 8
            #define HANG 9
            #define DEADLOCK 10
            #define LIMITS 20
            #define UNKNOWN 30

            /* the state */
            byte phase;
            short mem[CELLS];
            short waits[THREADS + 1];       /* the key that a thread is queued on */
            short gone[OBJECTS];            /* the place where an object went away */
            int stack[STACKS];
            short top[THREADS + 1];

            /* of a step that pauses to choose; 0 between steps */
            byte mode;
            byte thread;
            int asked;
            int answer;
            short outside;
            short depth;
            short turns;
            byte chosen;
            byte guesses;
            byte fresh;
            short touched;
            byte told;
            byte told_before;
            byte told_kind[32];
            short told_place[32];
            int told_value[32];

            """;

    static final String MACHINE = """

            /* memory, stacks and waiting */
            c_code {
            #define QUITS (-3)
            #define DROPPED (-4)
            #define BLOCKED (-5)
            #define PAUSED (-6)
            #define STOPPED (-2)
            #define RETURNED (-1)
            #define ME (now.thread == ALONE ? 0 : 1 << now.thread)
            #define OTHERS (now.depth == 0 ? now.outside : 0)
            #define SLOT(k) now.stack[now.thread * STACK + now.top[now.thread] + (k)]
            #define SAVE(...) save((int[]) { __VA_ARGS__ }, sizeof (int[]) { __VA_ARGS__ } / sizeof (int))
            #define LOCAL(k) (END + now.thread * EACH + (k))

            static int Given, Made, Wanted, Address;        /* of no use beyond a statement or a call */
            static int argument[ARGUMENTS];
            static int Frame[FRAME];
            static int Full;                                /* a stack is too small */
            static int Dry;                                 /* a step is only tried */
            static int Asking, Floor;                       /* a wait's condition is asked for, by the frame above Floor */
            static int Stuck_place, Stuck_lock, Stuck_hangs;

            static int is_cell(int a)
            {
            	return a >= FIRST && a < LIMIT && (a < END || (a - END) % EACH < LOCALS);
            }

            static int cell(int a)
            {
            	return a < END ? a - FIRST : END - FIRST + (a - END) / EACH * LOCALS + (a - END) % EACH;
            }

            static void tell(int kind, int where, int value)
            {
            	int i;
            	if (Dry)
            		return;
            	for (i = 0; i < now.told; i++)
            		if (now.told_kind[i] == kind && now.told_place[i] == where && now.told_value[i] == value)
            			return;
            	if (now.told == 31) {
            		kind = LIMITS;
            		where = 1;
            	}
            	if (now.told < 32) {
            		now.told_kind[now.told] = kind;
            		now.told_place[now.told] = where;
            		now.told_value[now.told] = value;
            		now.told++;
            	}
            }

            static int quits(int kind, int where, int value)
            {
            	tell(kind, where, value);
            	return QUITS;
            }

            /* a pointer that leads to no object */
            static int lost(int a, int where)
            {
            	if (a >= LIMIT && a >= WILD - 4096 && a < WILD + 4096)
            		return QUITS;
            	if (a >= END && a < LIMIT && !is_cell(a))
            		return quits(LIMITS, where, 1);
            	return quits(BAD_POINTER, where, 0);
            }

            /* 0, or QUITS if the cell cannot be used, or if the table of who uses it is not right */
            static int reach(int a, int where, int users)
            {
            	if (!is_cell(a))
            		return lost(a, where);
            	if ((users & ME) != ME)
            		return quits(LIMITS, where, 2);
            	if (now.gone[owner[cell(a)]])
            		return quits(POISONED, where, now.gone[owner[cell(a)]]);
            	return 0;
            }

            static int get(int a, int *into, int where)
            {
            	int out = reach(a, where, is_cell(a) ? readers[cell(a)] : 0);
            	if (!out) {
            		now.touched |= writers[cell(a)];
            		*into = now.mem[cell(a)];
            	}
            	return out;
            }

            static int may_set(int a, int where)
            {
            	return reach(a, where, is_cell(a) ? writers[cell(a)] : 0);
            }

            static int set(int a, int value, int where)
            {
            	int out = may_set(a, where);
            	if (out)
            		return out;
            	if (value < -32768 || value > 32767)
            		return quits(UNKNOWN, where, 0);
            	now.mem[cell(a)] = value;
            	return 0;
            }

            /* is the next access a step of its own? */
            static int reads(int a)
            {
            	return OTHERS && is_cell(a) && (writers[cell(a)] & OTHERS);
            }

            static int writes(int a)
            {
            	return OTHERS && is_cell(a) && ((writers[cell(a)] | readers[cell(a)]) & OTHERS);
            }

            static int queues(int key)
            {
            	return key > 0 && key < LIMIT && (wakers(key) & OTHERS);
            }

            static int wakes(int key)
            {
            	return key > 0 && key < LIMIT && (waiters(key) & OTHERS);
            }

            static int strikes(int a)
            {
            	int i, all = 0;
            	for (i = is_cell(a) ? cell(a) : CELLS; i < CELLS && owner[i] == owner[cell(a)]; i++)
            		all |= writers[i] | readers[i];
            	return all & OTHERS;
            }

            static int strike(int a, int mark, int where)
            {
            	int i;
            	if (!is_cell(a) || !owner[cell(a)])
            		return lost(a, where);
            	for (i = cell(a); i < CELLS && owner[i] == owner[cell(a)]; i++)
            		if ((writers[i] & ME) != ME)
            			return quits(LIMITS, where, 2);
            	now.gone[owner[cell(a)]] = mark;
            	return 0;
            }

            static int prepare(int key, int where)
            {
            	if (key <= 0 || key >= LIMIT)
            		return QUITS;
            	if ((waiters(key) & ME) != ME)
            		return quits(LIMITS, where, 2);
            	now.waits[now.thread] = key;
            	return 0;
            }

            static int wake(int key, int where)
            {
            	int t;
            	if (key <= 0 || key >= LIMIT)
            		return 0;
            	if ((wakers(key) & ME) != ME)
            		return quits(LIMITS, where, 2);
            	for (t = 0; t < THREADS; t++)
            		if (now.waits[t] == key)
            			now.waits[t] = 0;
            	return 0;
            }

            /* a thread that cannot go on: BLOCKED if it has tried before, or else 0, and it stops in front */
            static int cannot(int where, int lock, int hangs)
            {
            	Stuck_place = where;
            	Stuck_lock = lock;
            	Stuck_hangs = hangs;
            	return now.fresh || now.thread == ALONE || now.depth > 0 ? BLOCKED : 0;
            }

            /* puts a frame on the thread's stack */
            static void save(const int *frame, int size)
            {
            	int i;
            	if (now.top[now.thread] + size > STACK) {
            		Full = 1;
            		return;
            	}
            	for (i = 0; i < size; i++)
            		SLOT(i) = frame[i];
            	now.top[now.thread] += size;
            }

            /* takes it off */
            static void fetch(int size)
            {
            	int i;
            	now.top[now.thread] -= size;
            	for (i = 0; i < size; i++) {
            		Frame[i] = SLOT(i);
            		SLOT(i) = 0;
            	}
            }

            static int call(int place)
            {
            	SAVE(place);
            	return place;
            }
            }
            """;

    static final String STEPS = """

            /* steps */
            c_code {
            /* runs the thread to the end of its step */
            static int run_thread(void)
            {
            	int i, place = SLOT(-1);
            	for (;;) {
            		if (Full)
            			return quits(LIMITS, 0, 1);
            		switch (place) {
            @ROUTINES@
            		case RETURNED:
            			if (now.top[now.thread] == Floor)
            				return RETURNED;
            			place = SLOT(-1);
            			break;
            		case STOPPED:
            			for (i = 0; i < now.top[now.thread]; i++)
            				if (now.stack[now.thread * STACK + i] > 524287 || now.stack[now.thread * STACK + i] < -524288)
            					return quits(UNKNOWN, 0, 0);
            			return STOPPED;
            		case DROPPED:
            			while (now.told > now.told_before) {
            				now.told--;
            				now.told_kind[now.told] = now.told_place[now.told] = now.told_value[now.told] = 0;
            			}
            			return QUITS;
            		default:
            			return place;
            		}
            	}
            }

            static int alive(void)
            {
            	int t, all = 0;
            	for (t = 0; t < THREADS; t++)
            		all |= (now.top[t] > 0) << t;
            	return all;
            }

            static int begin(int threads)
            {
            	now.outside = threads & ~ME;
            	now.depth = now.turns = now.fresh = now.touched = 0;
            	now.told_before = now.told;
            	return run_thread();
            }

            static int alone(int place)
            {
            	now.thread = ALONE;
            	SLOT(0) = place;
            	now.top[ALONE] = 1;
            	return begin(0);
            }

            static short kept_mem[CELLS], kept_waits[THREADS + 1], kept_gone[OBJECTS], kept_top[THREADS + 1];
            static int kept_stack[STACKS];

            static void keep(void)
            {
            	memcpy(kept_mem, now.mem, sizeof kept_mem);
            	memcpy(kept_waits, now.waits, sizeof kept_waits);
            	memcpy(kept_gone, now.gone, sizeof kept_gone);
            	memcpy(kept_stack, now.stack, sizeof kept_stack);
            	memcpy(kept_top, now.top, sizeof kept_top);
            }

            static void back(void)
            {
            	memcpy(now.mem, kept_mem, sizeof kept_mem);
            	memcpy(now.waits, kept_waits, sizeof kept_waits);
            	memcpy(now.gone, kept_gone, sizeof kept_gone);
            	memcpy(now.stack, kept_stack, sizeof kept_stack);
            	memcpy(now.top, kept_top, sizeof kept_top);
            }

            static void rest(void)
            {
            	now.mode = now.thread = now.outside = now.depth = now.turns = now.chosen = now.guesses = 0;
            	now.fresh = now.touched = now.told_before = 0;
            }

            static void over(void)
            {
            	memset(now.mem, 0, sizeof kept_mem);
            	memset(now.waits, 0, sizeof kept_waits);
            	memset(now.gone, 0, sizeof kept_gone);
            	memset(now.stack, 0, sizeof kept_stack);
            	memset(now.top, 0, sizeof kept_top);
            	now.phase = OVER;
            }

            /* why threads of which none moves are stuck */
            static int stuck_at[THREADS + 1], lock_of[THREADS + 1], hangs_at[THREADS + 1];

            static int hopeless(int t)
            {
            	int i, holder;
            	for (i = 0; i <= THREADS; i++) {
            		holder = now.mem[cell(lock_of[t])] - 1;
            		if (holder < 0 || holder >= THREADS || !stuck_at[holder])
            			return 1;
            		if (!lock_of[holder])
            			return 0;
            		t = holder;
            	}
            	return 1;
            }

            static void sleeps(int t)
            {
            	int size = 0, wait = 0, out = QUITS;
            	now.thread = t;
            	while (now.top[t] > 0 && !wait) {
            		size = frame_size[SLOT(-1)];
            		wait = frame_wait[SLOT(-1)];
            		if (!wait)
            			now.top[t] -= size;
            	}
            	if (wait) {
            		Floor = now.top[t] - size;
            		Asking = Dry = 1;
            		now.chosen = now.guesses = 0;
            		out = begin(0);
            		Asking = Dry = Floor = 0;
            	}
            	back();
            	tell(out == RETURNED && Given ? LOST_WAKE : HANG, wait ? wait : stuck_at[t], 0);
            }

            static void stuck(void)
            {
            	int t, out;
            	keep();
            	for (t = 0; t < THREADS; t++) {
            		stuck_at[t] = lock_of[t] = 0;
            		if (!now.top[t])
            			continue;
            		now.thread = t;
            		now.chosen = now.guesses = 0;
            		Dry = 1;
            		out = begin(alive());
            		Dry = 0;
            		back();
            		if (out == BLOCKED && now.chosen)
            			tell(LIMITS, Stuck_place, 3);
            		if (out != BLOCKED)
            			return;
            		stuck_at[t] = Stuck_place;
            		lock_of[t] = Stuck_lock;
            		hangs_at[t] = Stuck_hangs;
            	}
            	for (t = 0; t < THREADS; t++) {
            		if (!stuck_at[t])
            			continue;
            		if (!lock_of[t] && !hangs_at[t])
            			sleeps(t);
            		else if (!lock_of[t])
            			tell(HANG, stuck_at[t], 1);
            		else if (hopeless(t))
            			tell(DEADLOCK, stuck_at[t], 0);
            	}
            	over();
            }

            static void first_step(void)
            {
            	int t;
            	now.top[ALONE] = 0;
            	for (t = 0; t < THREADS; t++) {
            		now.stack[t * STACK] = starts[t];
            		now.top[t] = 1;
            	}
            	now.mode = FIRST_STEPS;
            	now.thread = 0;
            }

            /* what comes after a step of the thread; true if that is the first step of a thread */
            static int after(int out)
            {
            	switch (now.mode) {
            	case STEP:
            		if (out == BLOCKED && now.chosen)
            			out = quits(LIMITS, Stuck_place, 3);
            		if (out == BLOCKED)
            			back();
            		if (out == QUITS)
            			over();
            		return 0;
            	case FIRST_STEPS:
            		now.thread++;
            		if (out != RETURNED && out != STOPPED) {
            			over();
            			return 0;
            		}
            		break;
            	default:
            		if (out == BLOCKED)
            			tell(Stuck_lock ? DEADLOCK : HANG, Stuck_place, Stuck_hangs);
            		if (now.mode == FINISH || out != RETURNED) {
            			over();
            			return 0;
            		}
            		first_step();
            	}
            	if (now.thread == THREADS)
            		now.phase = RUNNING;
            	return now.thread < THREADS;
            }

            static void go(void)
            {
            	int out = RETURNED;
            	Dry = Asking = Floor = Full = 0;
            	if (now.asked) {
            		now.asked = 0;
            		Given = now.answer;
            		now.answer = 0;
            		now.chosen++;
            		out = run_thread();
            	} else if (now.mode == STEP) {
            		keep();
            		out = begin(alive());
            	} else if (now.mode == SETUP) {
            		memcpy(now.mem, first_values, sizeof kept_mem);
            		if (SETUP_AT)
            			out = alone(SETUP_AT);
            	} else if (now.mode == FINISH) {
            		if (FINISH_AT)
            			out = alone(FINISH_AT);
            	} else if (now.mode == STUCK) {
            		stuck();
            		rest();
            		return;
            	} else {
            		over();
            		rest();
            		return;
            	}
            	while (out != PAUSED && after(out))
            		out = begin(EVERYONE);
            	if (out != PAUSED)
            		rest();
            }
            }

            /* says what a step has shown */
            inline tell_all()
            {
            	do
            	:: told > 0 ->
            		told--;
            		if
            		:: told_kind[told] == OBSERVED -> printf("observed %d %d\\n", told_place[told], told_value[told])
            		:: told_kind[told] >= UNKNOWN -> printf("unknown %d\\n", told_place[told])
            		:: else ->
            			printf("violation %d %d %d\\n", told_kind[told], told_place[told], told_value[told]);
            			violation = told_kind[told];
            			assert(violation == 0);
            			violation = 0
            		fi;
            		told_kind[told] = 0;
            		told_place[told] = 0;
            		told_value[told] = 0
            	:: else -> break
            	od
            }

            byte violation;

            active proctype folioscope()
            {
            end_rest:
            	do
            	:: atomic {
            		if
            		:: phase == BEFORE -> mode = SETUP
            		:: phase == BEFORE -> mode = NOTHING    /* so that there is an end, whatever happens */
            @THREADS@\t\t:: phase == RUNNING && @SOME@ -> mode = STUCK
            		:: phase == RUNNING && @NONE@ -> mode = FINISH
            		fi;
            		do
            		:: d_step {
            			c_code { go(); };
            			if :: asked == 0 -> tell_all() :: else fi
            		}
            		if
            		:: asked == 0 -> break
            		:: else -> do :: (answer + 1 < asked) -> answer++ :: break od
            		fi
            		od
            	}
            	od
            }
            """;

    private MachineText() {
    }
}
