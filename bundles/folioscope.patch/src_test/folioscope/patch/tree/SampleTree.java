package folioscope.patch.tree;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;

/** A kernel of two files, and patches to it. */
final class SampleTree {

    static final String PATH = "mm/pool.c";

    static final String MAKEFILE = "# SPDX-License-Identifier: GPL-2.0\nVERSION = 6\nPATCHLEVEL = 12\nSUBLEVEL = 3\nEXTRAVERSION = -rc2\n";

    static final String POOL = """
            #include <linux/mm.h>

            static int pool_users;

            static void pool_get(struct page *page)
            {
            \tget_page(page);
            \tpool_users++;
            }

            static void pool_put(struct page *page)
            {
            \tpool_users--;
            \tif (!page)
            \t\treturn;
            \tput_page(page);
            }
            """;

    private static final PersonIdent ANN = new PersonIdent("Ann Author", "ann@example.org", 0, 0);

    private SampleTree() {
    }

    /** The pool with some lines in front of its functions. */
    static String moved(int lines) {
        return POOL.replace("static int pool_users;\n", "static int pool_users;\n" + "\n".repeat(lines));
    }

    /** Lays the files down in a folder. */
    static void write(Path folder, String pool) throws IOException {
        Files.createDirectories(folder.resolve("mm"));
        Files.writeString(folder.resolve("Makefile"), MAKEFILE);
        Files.writeString(folder.resolve(PATH), pool);
    }

    /** Makes a repository of the folder, or adds a commit to it; the commit's id. */
    static String commit(Path folder, String pool) throws IOException, GitAPIException {
        write(folder, pool);
        try (Git git = Files.exists(folder.resolve(".git")) ? Git.open(folder.toFile()) : Git.init().setDirectory(folder.toFile()).call()) {
            git.add().addFilepattern(".").call();
            return git.commit().setMessage("pool").setAuthor(ANN).setCommitter(ANN).setSign(false).call().name();
        }
    }

    /** A bare copy of a repository. */
    static void bare(Path from, Path to) throws GitAPIException {
        Git.cloneRepository().setURI(from.toUri().toString()).setDirectory(to.toFile()).setBare(true).call().close();
    }

    /** The id that a text has as a blob. */
    static String blob(String text) {
        try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
            return formatter.idFor(Constants.OBJ_BLOB, text.getBytes(StandardCharsets.UTF_8)).name();
        }
    }

    /** Makes the pool drop its page twice: against {@link #POOL} as it stands. */
    static String patch(String blob, String trailer) {
        return """
                From: Ann Author <ann@example.org>
                Subject: [PATCH] mm: pool: drop it twice
                Message-ID: <one@example.org>

                ---
                diff --git a/mm/pool.c b/mm/pool.c
                index BLOB..2222222222 100644
                --- a/mm/pool.c
                +++ b/mm/pool.c
                @@ -14,4 +14,5 @@ static void pool_put(struct page *page)
                 \tif (!page)
                 \t\treturn;
                 \tput_page(page);
                +\tput_page(page);
                 }
                --\s
                2.40.0

                TRAILER
                """.replace("BLOB", blob).replace("TRAILER", trailer);
    }
}
