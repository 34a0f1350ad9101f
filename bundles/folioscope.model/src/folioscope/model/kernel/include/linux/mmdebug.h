/*
 * Debug assertions. VM_ ones work with CONFIG_DEBUG_VM only; a WARN returns its condition and goes on.
 * Where an assertion of the kernel has a meaning of its own here (get on a zero count), the model's function gives
 * the effect word itself.
 * source: include/linux/mmdebug.h, include/asm-generic/bug.h v4.5..v7.3
 */

void BUG_ON(int cond)
{
	if (cond)
		__bug("", "BUG_ON");
}

void BUG(void)
{
	__bug("", "BUG");
}

/* In a scenario that does nothing wrong (good_path) a warning is a false one. */
static void __warned(void)
{
	if (good_path)
		__warn("false-warn", "a debug assertion fires though nothing is wrong");
	else
		__warn("", "a debug assertion fires");
}

int WARN_ON(int cond)
{
	if (cond)
		__warned();
	return cond;
}

int WARN_ON_ONCE(int cond)
{
	if (cond)
		__warned();
	return cond;
}

int WARN(int cond, char *text)
{
	if (cond)
		__warned();
	return cond;
}

int WARN_ONCE(int cond, char *text)
{
	if (cond)
		__warned();
	return cond;
}

void VM_BUG_ON(int cond)
{
	if (CONFIG_DEBUG_VM && cond)
		__bug("", "VM_BUG_ON");
}

void VM_BUG_ON_PAGE(int cond, struct page *page)
{
	if (CONFIG_DEBUG_VM && cond)
		__bug("", "VM_BUG_ON_PAGE");
}

void VM_BUG_ON_FOLIO(int cond, struct folio *folio)
{
	if (CONFIG_DEBUG_VM && cond)
		__bug("", "VM_BUG_ON_FOLIO");
}

int VM_WARN_ON(int cond)
{
	if (CONFIG_DEBUG_VM && cond)
		__warned();
	return cond;
}

int VM_WARN_ON_ONCE(int cond)
{
	if (CONFIG_DEBUG_VM && cond)
		__warned();
	return cond;
}

int VM_WARN_ON_FOLIO(int cond, struct folio *folio)
{
	if (CONFIG_DEBUG_VM && cond)
		__warned();
	return cond;
}

int VM_WARN_ON_ONCE_FOLIO(int cond, struct folio *folio)
{
	if (CONFIG_DEBUG_VM && cond)
		__warned();
	return cond;
}

int VM_WARN_ON_ONCE_PAGE(int cond, struct page *page)
{
	if (CONFIG_DEBUG_VM && cond)
		__warned();
	return cond;
}
