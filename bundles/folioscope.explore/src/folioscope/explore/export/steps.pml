
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
		:: told_kind[told] == OBSERVED -> printf("observed %d %d\n", told_place[told], told_value[told])
		:: told_kind[told] >= UNKNOWN -> printf("unknown %d\n", told_place[told])
		:: else ->
			printf("violation %d %d %d\n", told_kind[told], told_place[told], told_value[told]);
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
@THREADS@		:: phase == RUNNING && @SOME@ -> mode = STUCK
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
