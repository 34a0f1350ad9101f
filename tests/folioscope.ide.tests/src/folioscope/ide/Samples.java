package folioscope.ide;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

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

    /** Does the same in another order: nothing changes. */
    static final String NOTHING_CHANGES = LOST_WAKE.replace("drop the wake-up of the last reference", "name the count")
            .replace("+\tpage_ref_dec_return(page);\n", """
                    +\tint count = page_ref_dec_return(page);
                    +
                    +\tif (count == 1)
                    +\t\twake_up_var(&page->_refcount);
                    """)
            .replace("-500,8 +500,7", "-500,8 +500,10");

    private Samples() {
    }

    /** As a mail whose body is encoded: each of the 57 bytes a line of base64 stands for has its line in the file. */
    static String base64(String mail) {
        int body = mail.indexOf("\n\n") + 2;
        String headers = mail.substring(mail.indexOf('\n') + 1, body - 1);
        return headers + "MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n"
                + "Content-Transfer-Encoding: base64\n\n"
                + Base64.getMimeEncoder(76, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(mail.substring(body).getBytes(StandardCharsets.UTF_8))
                + "\n";
    }

    /** The 1-based line of the text on which something stands for the first time; 0 if nowhere. */
    static int line(String text, String wanted) {
        int at = text.indexOf(wanted);
        return at < 0 ? 0 : (int) text.substring(0, at).lines().count() + (text.charAt(at - 1) == '\n' ? 1 : 0);
    }
}
