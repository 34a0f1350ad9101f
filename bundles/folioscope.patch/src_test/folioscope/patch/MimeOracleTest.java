package folioscope.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.parser.AbstractContentHandler;
import org.apache.james.mime4j.parser.MimeStreamParser;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** mime4j, which knows no line numbers, as the oracle for decoded bodies. */
class MimeOracleTest {

    /** Line ends as LF; those at the end belong to a boundary or to the box, and readers differ about them. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace("\r\n", "\n").replaceFirst("\n+$", "");
    }

    private static List<String> oracle(byte[] mail) throws IOException, MimeException {
        List<String> bodies = new ArrayList<>();
        MimeConfig config = MimeConfig.custom().setMaxLineLen(-1).setMaxHeaderLen(-1).setMaxHeaderCount(-1).build();
        MimeStreamParser parser = new MimeStreamParser(config);
        parser.setContentDecoding(true);
        parser.setContentHandler(new AbstractContentHandler() {
            @Override
            public void body(BodyDescriptor descriptor, InputStream stream) throws IOException {
                byte[] body = stream.readAllBytes();
                if (descriptor.getMimeType().equals("text/plain")) {
                    bodies.add(text(body));
                }
            }
        });
        parser.parse(new ByteArrayInputStream(mail));
        return bodies;
    }

    private static List<String> own(MappedText mail) {
        return new MimeWalk(new DiagnosticLog()).walk(mail).stream().map(part -> text(part.body().toBytes())).toList();
    }

    private static void agree(MappedText mail) throws IOException, MimeException {
        List<String> theirs = oracle(mail.toBytes());
        List<String> ours = own(mail);
        assertEquals(theirs.size(), ours.size());
        for (int i = 0; i < ours.size(); i++) {
            // mime4j stops at the end of base64, we keep what a list server appended behind it
            assertEquals(theirs.get(i),
                    ours.get(i).substring(0, Math.min(ours.get(i).length(), theirs.get(i).length())));
            String more = ours.get(i).substring(Math.min(ours.get(i).length(), theirs.get(i).length()));
            assertEquals("", more.strip().startsWith("_____") ? "" : more);
        }
    }

    @TestFactory
    Stream<DynamicTest> decodesTheSameBodies() {
        List<Path> files = new ArrayList<>(SharedCorpus.mailboxes("dev"));
        files.addAll(SharedCorpus.mailboxes("robustness"));
        return files.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> {
            for (MappedText mail : MailboxSplitter.split(MappedText.ofInput(SharedCorpus.bytes(file)))) {
                agree(mail);
            }
        }));
    }

    @TestFactory
    Stream<DynamicTest> decodesTheSameBodiesOfSamples() {
        return Stream.of(Samples.MAIL, Samples.REPLY, Samples.FLOWED, Samples.quotedPrintableMail(),
                Samples.base64Mail().replaceFirst("\n______\n.*\n", "")).map(sample ->
                DynamicTest.dynamicTest(sample.lines().skip(1).findFirst().orElseThrow(),
                        () -> agree(MappedText.ofInput(sample.getBytes(StandardCharsets.UTF_8)))));
    }
}
