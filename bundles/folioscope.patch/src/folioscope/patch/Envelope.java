package folioscope.patch;

import java.time.Instant;
import java.util.Optional;

/** What a mail says about itself; {@code inputLine} is that of its subject, or of its first line. */
record Envelope(String subject, String messageId, String from, Optional<Instant> date, int inputLine) {

    /** That of a bare diff. */
    static Envelope none() {
        return new Envelope("", "", "", Optional.empty(), 0);
    }

    /** That of the mail with this header; what it lacks is taken from {@code outer}, the mail it is attached to. */
    static Envelope of(Headers headers, int firstLine, Envelope outer) {
        String subject = headers.first("Subject").map(EncodedWords::decode).map(Envelope::oneLine)
                .orElse(outer.subject());
        String id = headers.first("Message-ID").map(Envelope::withoutBrackets).orElse(outer.messageId());
        String from = headers.first("From").map(EncodedWords::decode).map(Envelope::oneLine).orElse(outer.from());
        Optional<Instant> date = headers.first("Date").flatMap(MailDate::parse).or(outer::date);
        int line = headers.line("Subject");
        return new Envelope(subject, id, from, date, line > 0 ? line : firstLine);
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String withoutBrackets(String id) {
        int open = id.indexOf('<');
        int close = id.indexOf('>', open + 1);
        return open >= 0 && close > open ? id.substring(open + 1, close).strip() : id.strip();
    }
}
