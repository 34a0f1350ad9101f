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
 * 9 a thread waits for ever (DETAIL 1: for a condition, not for a wake), 10 a deadlock. Kind 20 is none of the
 * program's: it says that this model cannot represent what happens there (DETAIL 1 a stack or an address,
 * 3 a thread that is blocked after a choice, 4 a pointer of which nothing is known) or that the tables below
 * are not right about who uses what (DETAIL 2). That from some state on no run ever ends, without any thread
 * being stuck, is nothing that SPIN's checks of states tell.
 */
