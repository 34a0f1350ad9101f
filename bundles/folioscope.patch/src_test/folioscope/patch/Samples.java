package folioscope.patch;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Small inputs of our own, each with one property that breaks naive readers. */
final class Samples {

    /** Two files, one hunk each, as git writes them. */
    static final String DIFF = """
            diff --git a/mm/pool.c b/mm/pool.c
            index 1111111..2222222 100644
            --- a/mm/pool.c
            +++ b/mm/pool.c
            @@ -10,4 +10,5 @@ static void pool_free(struct page *page)
             \tif (!page)
             \t\treturn;
            -\tput_page(page);
            +\tif (page_count(page) > 1)
            +\t\tput_page(page);
             }
            diff --git a/mm/new.h b/mm/new.h
            new file mode 100644
            index 0000000..3333333
            --- /dev/null
            +++ b/mm/new.h
            @@ -0,0 +1,2 @@
            +#define A 1
            +#define B 2
            """;

    static final String HEADER = """
            From: Ann Author <ann@example.org>
            Subject: [PATCH] mm: pool: keep the last reference
            Date: Mon, 3 Jun 2024 10:20:30 +0200
            Message-ID: <one@example.org>
            """;

    static final String MAIL = HEADER + "\nThe pool must keep it.\n---\n mm/pool.c | 3 ++-\n\n" + DIFF
            + "-- \n2.43.0\n\n";

    /** A reply that quotes the diff, talks in between, and cuts the second file. */
    static final String REPLY = """
            From: Rita Reviewer <rita@example.org>
            Subject: Re: [PATCH] mm: pool: keep the last reference
            Message-ID: <two@example.org>

            On Monday Ann wrote:
            > diff --git a/mm/pool.c b/mm/pool.c
            > --- a/mm/pool.c
            > +++ b/mm/pool.c
            > @@ -10,4 +10,5 @@ static void pool_free(struct page *page)
            >  \tif (!page)
            >  \t\treturn;
            > -\tput_page(page);

            Who holds the other one?

            > +\tif (page_count(page) > 1)
            > +\t\tput_page(page);
            >  }
            > diff --git a/mm/new.h b/mm/new.h
            > --- /dev/null
            > +++ b/mm/new.h
            > @@ -0,0 +1,2 @@
            > +#define A 1

            Why?
            """;

    static final String MULTIPART = """
            From: Ann Author <ann@example.org>
            Subject: =?UTF-8?Q?=5BPATCH=5D_mm=3A_caf=C3=A9?=
            Message-ID: <three@example.org>
            MIME-Version: 1.0
            Content-Type: multipart/mixed;
             boundary="outer"

            not for you
            --outer
            Content-Type: multipart/alternative; boundary=inner

            --inner
            Content-Type: text/plain

            see the attachment
            --inner
            Content-Type: text/html

            <p>see the attachment</p>
            --inner--
            --outer
            Content-Type: text/x-patch; charset=us-ascii; name="0001-pool.patch"
            Content-Disposition: attachment; filename="0001-pool.patch"
            Content-Transfer-Encoding: base64

            """ + base64("From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001\n"
            + "From: Ann Author <ann@example.org>\nSubject: [PATCH] mm: attached\n\n---\n" + DIFF) + """
            --outer
            Content-Type: message/rfc822

            """ + MAIL + "--outer--\n";

    static final String FLOWED = """
            Subject: Re: pool
            Message-ID: <four@example.org>
            Content-Type: text/plain; charset=utf-8; format=flowed

            A long line of prose that goes on \s
            here.

            diff --git a/mm/pool.c b/mm/pool.c
            --- a/mm/pool.c
            +++ b/mm/pool.c
            @@ -10,4 +10,5 @@ static void pool_free(struct page *page)
              \tif (!page)
             \s
            -\tput_page(page);
            +\tif (page_count(page) > 1)
            +\t\tput_page(page); /* a long remark that the mail program broke \

            in two */
              }
            """;

    private Samples() {
    }

    /** Lines of 76 characters. */
    static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)).replace("\r", "") + "\n";
    }

    static String quotedPrintableMail() {
        return HEADER + "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n"
                + DIFF.replace("=", "=3D").replace("static void pool_free", "static void =\npool_free")
                .replace("\t", "=09");
    }

    static String base64Mail() {
        return HEADER + "Content-Transfer-Encoding: base64\n\n" + base64(DIFF) + "\n______\nlist footer\n";
    }

    /** A mail of a series. */
    static String numbered(String tags, String title, String file) {
        return "From: Ann <ann@example.org>\nSubject: [" + tags + "] " + title + "\nMessage-ID: <" + title.hashCode()
                + tags.hashCode() + file
                + "@x>\n\n---\n--- a/" + file + "\n+++ b/" + file + "\n@@ -1 +1 @@\n-a\n+b\n\n";
    }

    static String mailbox(String... mails) {
        return "From someone@example.org Thu Jan  1 00:00:00 1970\n"
                + String.join("\nFrom someone@example.org Thu Jan  1 00:00:00 1970\n", mails);
    }

    /** All of them, for tests that break them. */
    static List<String> all() {
        return List.of(DIFF, MAIL, REPLY, MULTIPART, FLOWED, quotedPrintableMail(), base64Mail(),
                mailbox(MAIL, REPLY, MULTIPART),
                mailbox(numbered("PATCH 2/2", "b", "b.c"), numbered("PATCH 1/2", "a", "a.c")),
                DIFF.replace("\n", "\r\n"));
    }

    static PatchInput read(String text) {
        return PatchReader.read("sample", text.getBytes(StandardCharsets.UTF_8));
    }
}
