/* Atomic counters: each function is one step. source: include/linux/atomic.h v4.5..v7.3 */

int atomic_read(atomic_t *v) { return v->counter; }
void atomic_set(atomic_t *v, int i) { v->counter = i; }
void atomic_inc(atomic_t *v) { __add_return(&v->counter, 1); }
void atomic_dec(atomic_t *v) { __add_return(&v->counter, -1); }
void atomic_add(int i, atomic_t *v) { __add_return(&v->counter, i); }
void atomic_sub(int i, atomic_t *v) { __add_return(&v->counter, -i); }
int atomic_inc_return(atomic_t *v) { return __add_return(&v->counter, 1); }
int atomic_dec_return(atomic_t *v) { return __add_return(&v->counter, -1); }
int atomic_add_return(int i, atomic_t *v) { return __add_return(&v->counter, i); }
int atomic_sub_return(int i, atomic_t *v) { return __add_return(&v->counter, -i); }
bool atomic_dec_and_test(atomic_t *v) { return __add_return(&v->counter, -1) == 0; }
bool atomic_sub_and_test(int i, atomic_t *v) { return __add_return(&v->counter, -i) == 0; }
bool atomic_inc_and_test(atomic_t *v) { return __add_return(&v->counter, 1) == 0; }
bool atomic_add_negative(int i, atomic_t *v) { return __add_return(&v->counter, i) < 0; }

/* Adds a unless the value is u; says whether it did. */
bool atomic_add_unless(atomic_t *v, int a, int u)
{
	bool added = false;

	__atomic_begin();
	if (v->counter != u) {
		v->counter += a;
		added = true;
	}
	__atomic_end();
	return added;
}

bool atomic_inc_not_zero(atomic_t *v)
{
	return atomic_add_unless(v, 1, 0);
}
