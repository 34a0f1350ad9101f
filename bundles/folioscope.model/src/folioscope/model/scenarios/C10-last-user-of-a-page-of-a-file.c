/* scenario: C10 the last user of a page of a file lets go of it
 * asks: does the core call only callbacks that the owner of the pgmap has?
 * types: FS_DAX
 * kernels: 4.5..
 * params: FS = FS_EXT4, FS_FUSE
 * threads: user
 * when last_put_returned ceases 1: regression null-free-callback "the last put of a {type} page calls a free callback that its owner does not have"
 */
void setup(void)
{
	setup_file(0, 1);
	if (fs_has_dax())
		pgmap_held_by_others();
}

/* A transfer to the page, begun and ended. */
void user(void)
{
	page_ref_inc(&pages[0]);
	__observe("last_put_returned", 0);
	put_page(&pages[0]);
	__observe("last_put_returned", 1);
}
