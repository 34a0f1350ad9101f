package folioscope.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Runs commands in this virtual machine, on a terminal that nobody watches. */
final class Commands {

    /** A patch of our own: the last put_page() no longer looks for a waiter. */
    static final String PUT_WITHOUT_WAKE = """
            --- a/include/linux/mm.h
            +++ b/include/linux/mm.h
            @@ -1240,9 +1240,6 @@ static inline void put_page(struct page *page)
             {
             \tstruct folio *folio = page_folio(page);
             \t
            -\t/* somebody may wait for the count to become 1 */
            -\tif (put_devmap_managed_page(&folio->page))
            -\t\treturn;
             \tfolio_put(folio);
             }
             \t
            """;

    /** A patch that touches no page. */
    static final String NOTHING_OF_OURS = """
            --- a/net/core/sock.c
            +++ b/net/core/sock.c
            @@ -1,3 +1,3 @@ static int sock_nothing(void)
             {
            -\treturn 1;
            +\treturn 0;
             }
            """;

    private Commands() {
    }

    /** What a command did. */
    record Result(int status, String out, String err) { }

    static Result run(String... arguments) {
        return withInput("", arguments);
    }

    static Result withInput(String input, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, false, StandardCharsets.UTF_8), new PrintStream(err, false, StandardCharsets.UTF_8), false, false,
                () -> false);
        int status = Main.run(terminal, arguments);
        return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
