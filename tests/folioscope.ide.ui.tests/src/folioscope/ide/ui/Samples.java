package folioscope.ide.ui;

/** Patches of our own, written against the model of v5.18. */
final class Samples {

    /** Drops the wake-up of whoever waits for a DAX page: a truncate sleeps for ever. */
    static final String LOST_WAKE = """
            From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001
            From: A. Writer <writer@example.org>
            Date: Mon, 30 May 2022 10:00:00 +0000
            Subject: [PATCH] mm/memremap: drop the wake-up of the last reference
            Message-Id: <sample-1@example.org>

            Nobody waits there.

            ---
             mm/memremap.c | 3 +--
             1 file changed, 1 insertion(+), 2 deletions(-)

            diff --git a/mm/memremap.c b/mm/memremap.c
            --- a/mm/memremap.c
            +++ b/mm/memremap.c
            @@ -500,8 +500,7 @@ bool __put_devmap_managed_page(struct page *page)
             \tif (page->pgmap->type != MEMORY_DEVICE_FS_DAX)
             \t\treturn false;
             \s
            -\tif (page_ref_dec_return(page) == 1)
            -\t\twake_up_var(&page->_refcount);
            +\tpage_ref_dec_return(page);
             \treturn true;
             }
             EXPORT_SYMBOL(__put_devmap_managed_page);
            """;

    /** The 1-based line of {@link #LOST_WAKE} with the wake-up. */
    static final int WAKE_LINE = 21;

    /** Does the same in other words: nothing changes. */
    static final String NOTHING_CHANGES = LOST_WAKE.replace("drop the wake-up of the last reference", "name the count")
            .replace("+\tpage_ref_dec_return(page);\n", """
                    +\tint count = page_ref_dec_return(page);
                    +
                    +\tif (count == 1)
                    +\t\twake_up_var(&page->_refcount);
                    """)
            .replace("-500,8 +500,7", "-500,8 +500,10");

    /** A patch and one that takes it back, as a series in one mailbox. */
    static final String SERIES = LOST_WAKE.replace("[PATCH]", "[PATCH 1/2]").replace("sample-1@", "series-1@") + "\n"
            + LOST_WAKE.replace("[PATCH] mm/memremap: drop", "[PATCH 2/2] mm/memremap: bring back")
                    .replace("sample-1@", "series-2@").replace("Nobody waits", "Somebody waits")
                    .replace("-500,8 +500,7", "-500,7 +500,8")
                    .replace("-\tif (page_ref_dec_return(page) == 1)\n-\t\twake_up_var(&page->_refcount);\n"
                            + "+\tpage_ref_dec_return(page);\n",
                            "-\tpage_ref_dec_return(page);\n+\tif (page_ref_dec_return(page) == 1)\n"
                                    + "+\t\twake_up_var(&page->_refcount);\n");

    private Samples() {
    }
}
