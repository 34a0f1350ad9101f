
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
