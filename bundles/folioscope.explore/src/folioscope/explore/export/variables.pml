
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

