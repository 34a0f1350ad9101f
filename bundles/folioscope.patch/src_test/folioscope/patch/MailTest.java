package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies between the bytes of a mail and its text. */
class MailTest {

    private static MappedText mapped(String text) {
        return MappedText.ofInput(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static List<String> located(MappedText text) {
        return IntStream.range(0, text.lineCount())
                .mapToObj(i -> text.inputLine(i) + ":" + text.line(i, StandardCharsets.UTF_8)).toList();
    }

    private static List<TextPart> parts(String text, DiagnosticLog log) {
        return new MimeWalk(log).walk(MappedText.ofInput(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Nested
    class Mailbox {

        @Test
        void isCutAtSeparatorsBehindEmptyLines() {
            String box = "From a@b Thu Jan  1 00:00:00 1970\nSubject: x\n\nFrom what I see\n\n"
                    + "From here on 10:00\nprose\n\n"
                    + "From a@b Thu Jan  1 00:00:00 1970\nSubject: y\n\n";
            assertEquals(List.of(2, 10),
                    MailboxSplitter.split(mapped(box)).stream().map(MappedText::firstInputLine).toList());
        }

        @Test
        void losesItsEscapes() {
            String box = "From a@b Thu Jan  1 00:00:00 1970\nSubject: x\n\n>From here\n>>From there\n> From afar\n";
            assertEquals(List.of("2:Subject: x", "3:", "4:From here", "5:>From there", "6:> From afar"),
                    located(MailboxSplitter.split(mapped(box)).get(0)));
        }

        @Test
        void isNotCutAtAnAttachedPatch() {
            assertEquals(1, MailboxSplitter.split(mapped(Samples.mailbox(Samples.MAIL
                    + "\nFrom " + "1".repeat(40) + " Mon Sep 17 00:00:00 2001\nSubject: attached\n\n"))).size());
        }

        @Test
        void mayBeMadeOfGitsOwnMails() {
            String one = "From 1111111111111111111111111111111111111111 Mon Sep 17 00:00:00 2001\n" + Samples.MAIL;
            assertEquals(2, MailboxSplitter.split(mapped(one + one)).size());
        }

        @Test
        void isAnythingElseAsOneMail() {
            assertEquals(1, MailboxSplitter.split(mapped("From here\n")).size());
            assertEquals(1, MailboxSplitter.split(mapped("")).size());
        }
    }

    @Nested
    class Header {

        @Test
        void isUnfolded() {
            Headers headers = Headers.read(mapped("A: 1\nSubject: one\n\ttwo\n three\nb:\n\nbody\n"));
            assertEquals(Optional.of("one two three"), headers.first("SUBJECT"));
            assertEquals(2, headers.line("subject"));
            assertEquals(Optional.of(""), headers.first("B"));
            assertEquals(6, headers.bodyStart());
        }

        @Test
        void endsWhereALineIsNoField() {
            assertEquals(1, Headers.read(mapped("A: 1\nno field\n\n")).bodyStart());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "plain | plain",
            "=?utf-8?q?caf=C3=A9_x?= y | caf\u00e9 x y",
            "=?UTF-8?B?Y2Fmw6k=?= =?UTF-8?B?IHg=?= | caf\u00e9 x",
            "=?UTF-8?B?Y2Fmww?= =?UTF-8?B?qQ?= | caf\u00e9",
            "=?iso-8859-1?Q?caf=E9?= | caf\u00e9",
            "=?iso-8859-1*en?Q?caf=E9?= | caf\u00e9",
            "=?y?Q?caf=E9?= | caf\u00e9",
            "=?utf-8?x?abc?= | =?utf-8?x?abc?=",
            "=?utf-8?q?a=Zb=?= | a=Zb=",
            "=?utf-8?b?!!!?= x | ' x'",
        })
        void isDecoded(String encoded, String text) {
            assertEquals(text, EncodedWords.decode(encoded));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "Mon, 3 Jun 2024 10:20:30 +0200 | 2024-06-03T08:20:30Z",
            "3 Jun 2024 10:20 GMT | 2024-06-03T10:20:00Z",
            "Wed,  5 Feb 2003 11:02:39 EST | 2003-02-05T16:02:39Z",
            "Wed, 13 Nov 2019 14:46:50 -0800 (PST) | 2019-11-13T22:46:50Z",
            "Wed, 13 Nov 19 14:46:60 +0000 | 2019-11-13T14:46:59Z",
        })
        void hasADate(String date, Instant instant) {
            assertEquals(Optional.of(instant), MailDate.parse(date));
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|',
                value = {"yesterday", "'31 Feb 2024 10:00'", "1 Foo 2024 10:00", "1 Jan 2024 10:00 +9999", "''"})
        void mayHaveADateThatCannotBeRead(String date) {
            assertEquals(Optional.empty(), MailDate.parse(date));
        }

        @Test
        void namesTheTypeWithItsParameters() {
            ContentType type = ContentType.parse("Text/Plain; charset=\"utf-8\"; "
                    + "name*0=\"a;\"; name*1=b; format = flowed (really); x");
            assertEquals("text/plain", type.value());
            assertEquals(Optional.of("utf-8"), type.parameter("charset"));
            assertEquals(Optional.of("a;b"), type.parameter("name"));
            assertEquals(Optional.of("flowed"), type.parameter("format"));
        }
    }

    @Nested
    class Encoding {

        private final DiagnosticLog log = new DiagnosticLog();

        private List<String> decoded(String encoding, String text) {
            return located(new TransferDecoding(log).decode(mapped(text), encoding));
        }

        @Test
        void quotedPrintableKeepsTheLineWhereALineBegins() {
            assertEquals(List.of("1:one two", "3:three", "3:four", "4:=Zx", "5:end"),
                    decoded("Quoted-Printable", "one =\ntwo\nthree=0Afour  \n=Zx\nend="));
        }

        @Test
        void quotedPrintableMayCarryItsOwnLineEnds() {
            assertEquals(List.of("1:a", "1:b", "2:c"), decoded("quoted-printable", "a=0D=0Ab=0D=0A=\nc=0D=0A="));
        }

        @Test
        void base64KeepsTheLineOfEachLinesFirstByte() {
            assertEquals(List.of("1:abc", "1:def", "2:gh"), decoded("base64", "YWJjCmRl\nZgpnaA==\n"));
        }

        @Test
        void base64EndsAtItsPadding() {
            assertEquals(List.of("1:ab", "3:Regards"), decoded("base64", "YWI=\n\nRegards\n"));
        }

        @Test
        void base64MayBeCut() {
            assertEquals(List.of("1:abc"), decoded("base64", "YWJjY"));
            assertEquals(1, log.toList().size());
        }

        @Test
        void unknownIsReadAsItStands() {
            assertEquals(List.of("1:x"), decoded("x-uuencode", "x\n"));
            assertEquals(1, log.toList().get(0).line());
        }
    }

    @Nested
    class Parts {

        private final DiagnosticLog log = new DiagnosticLog();

        @Test
        void carryTheirPlaceInTheInput() {
            List<TextPart> parts = parts(Samples.MULTIPART, log);
            assertEquals(3, parts.size());
            assertEquals(List.of(new SourceLine("see the attachment", 15)), parts.get(0).lines());
        }

        @Test
        void mayLackTheirEnd() {
            assertEquals(1, parts("Content-Type: multipart/mixed; boundary=x\n\n--x\n\ntext\n", log).size());
            assertTrue(log.toList().toString().contains("closing boundary"));
        }

        @Test
        void mayLackTheirBoundary() {
            assertEquals(1, parts("Content-Type: multipart/mixed; boundary=x\n\ntext\n", log).size());
            assertTrue(log.toList().toString().contains("without its boundary"));
        }

        @Test
        void nestOnlySoDeep() {
            String mail = "Subject: x\n\ntext\n";
            for (int i = 0; i < 30; i++) {
                mail = "Content-Type: message/rfc822\n\n" + mail;
            }
            assertEquals(0, parts(mail, log).size());
            assertTrue(log.toList().toString().contains("nested"));
        }
    }

    @Nested
    class Text {

        private List<String> unflowed(boolean deleteSpace, String... lines) {
            List<SourceLine> text = IntStream.range(0, lines.length).mapToObj(i -> new SourceLine(lines[i], i + 1))
                    .toList();
            return Flowed.unflow(text, deleteSpace).stream().map(line -> line.inputLine() + ":" + line.text()).toList();
        }

        @Test
        void thatFlowsIsJoined() {
            assertEquals(List.of("1:one two", "3:-- ", "4:x"), unflowed(false, "one ", "two", "-- ", "x"));
            assertEquals(List.of("1:onetwo"), unflowed(true, "one ", "two"));
        }

        @Test
        void thatFlowsIsNotJoinedAcrossDepthsOrIntoDiffLines() {
            assertEquals(List.of("1:> one ", "2:two"), unflowed(false, "> one ", "two"));
            assertEquals(List.of("1: ", "2:-x"), unflowed(false, "  ", "-x"));
            assertEquals(List.of("1:+x ", "2:-x"), unflowed(false, "+x ", "-x"));
        }

        @Test
        void thatWasStuffedTwiceLosesTheSecondSpace() {
            List<SourceLine> lines = List.of(new SourceLine("@@ -1 +1 @@", 1), new SourceLine("  \tx", 2),
                    new SourceLine("  }", 3));
            assertEquals(List.of("@@ -1 +1 @@", " \tx", " }"),
                    Flowed.unstuffQuoted(lines).stream().map(SourceLine::text).toList());
        }

        @ParameterizedTest
        @CsvSource(delimiter = '|', value = {
            "'x' | 0 | 'x'", "'> x' | 1 | 'x'", "'>x' | 1 | 'x'", "'> > +x' | 2 | '+x'", "'>> +x' | 2 | '+x'",
            "'>  x' | 1 | ' x'", "'>' | 1 | ''", "'> ' | 1 | ''", "' > x' | 0 | ' > x'", "'>  > x' | 1 | ' > x'",
        })
        void isSortedByDepth(String line, int depth, String content) {
            assertEquals("{" + depth + "=[" + new SourceLine(content, 1) + "]}",
                    Quoting.byDepth(List.of(new SourceLine(line, 1))).toString());
        }
    }
}
