package folioscope.patch;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Walks through the parts of an input - mails in an mbox, mails in mails, attachments - and hands out those that are
 * text.
 */
final class MimeWalk {

    /** Mails nest deeper than this only by accident or malice. */
    private static final int DEEPEST = 12;
    private static final Pattern PATCH_NAME = Pattern.compile("(?i).*\\.(patch|diff|mbox|eml|txt)");
    private static final Pattern PATCH_TYPE =
            Pattern.compile("application/(x-)?(patch|diff|mbox|mail|gitpatch)|text/.*");

    private final DiagnosticLog log;
    private final TransferDecoding decoding;
    private final List<TextPart> parts = new ArrayList<>();

    MimeWalk(DiagnosticLog log) {
        this.log = log;
        this.decoding = new TransferDecoding(log);
    }

    /** The text parts in their order. */
    List<TextPart> walk(MappedText input) {
        document(input, Envelope.none(), TextCharset.undeclared(), 0);
        return List.copyOf(parts);
    }

    /** A box of mails, a mail, or the output of git log, a plain text: the input itself, or an attachment. */
    private void document(MappedText document, Envelope outer, TextCharset charset, int depth) {
        int first = 0;
        while (first < document.lineCount() && document.isBlank(first)) {
            first++;
        }
        MappedText text = document.slice(first, document.lineCount());
        if (MailboxSplitter.isMailbox(text)) {
            MailboxSplitter.split(text).forEach(mail -> mail(mail, outer, depth + 1));
        } else if (MailboxSplitter.isMail(text)) {
            mail(text, outer, depth + 1);
        } else if (CommitLog.isLog(text)) {
            CommitLog.split(text).forEach(commit -> parts.add(
                    new TextPart(commit.envelope(), commit.text(), commit.text().decode(charset), false, false)));
        } else {
            parts.add(new TextPart(outer, text, text.decode(charset), false, false));
        }
    }

    private void mail(MappedText mail, Envelope outer, int depth) {
        Headers headers = Headers.read(mail);
        entity(mail, headers, Envelope.of(headers, mail.firstInputLine(), outer), "text/plain", depth);
    }

    private void entity(MappedText text, Headers headers, Envelope envelope, String defaultType, int depth) {
        if (depth > DEEPEST) {
            log.warning(text.firstInputLine(), "mail parts are nested more than " + DEEPEST
                    + " deep; what lies deeper is left out");
            return;
        }
        ContentType type = ContentType.parse(headers.first("Content-Type").orElse(defaultType));
        String encoding = headers.first("Content-Transfer-Encoding").orElse("").replaceFirst("[;(].*", "");
        MappedText body = text.slice(headers.bodyStart(), text.lineCount());
        Optional<String> boundary = type.parameter("boundary").filter(b -> !b.isEmpty());
        if (type.value().startsWith("multipart/") && boundary.isPresent()) {
            multipart(body, type, boundary.get(), envelope, depth);
        } else if (type.value().equals("message/rfc822") || type.value().equals("message/global")) {
            mail(decoding.decode(body, encoding), envelope, depth + 1);
        } else {
            leaf(body, type, headers, encoding, envelope, depth);
        }
    }

    private void leaf(MappedText body, ContentType type, Headers headers, String encoding, Envelope envelope,
            int depth) {
        ContentType disposition = ContentType.parse(headers.first("Content-Disposition").orElse(""));
        String name = EncodedWords.decode(disposition.parameter("filename").or(() -> type.parameter("name"))
                .orElse(""));
        if (!isText(type.value(), name)) {
            if (type.value().equals("text/html")) {
                log.info(body.firstInputLine(), "HTML part; it is not read");
            } else if (!name.isEmpty() && !type.value().contains("signature")) {
                log.info(body.firstInputLine(), "attachment '" + name + "' is of type " + type.value()
                        + "; it is not read");
            }
            return;
        }
        MappedText decoded = decoding.decode(body, encoding);
        TextCharset charset = type.parameter("charset").map(TextCharset::named).orElse(TextCharset.undeclared());
        if (!name.isEmpty() || disposition.value().equals("attachment")) {
            document(decoded, envelope, charset, depth);
            return;
        }
        boolean flowed = type.parameter("format").filter("flowed"::equalsIgnoreCase).isPresent();
        boolean deleteSpace = type.parameter("delsp").filter("yes"::equalsIgnoreCase).isPresent();
        parts.add(new TextPart(envelope, decoded, decoded.decode(charset), flowed, deleteSpace));
    }

    private static boolean isText(String type, String name) {
        boolean html = type.equals("text/html") || type.equals("text/calendar") || type.equals("text/rtf");
        return !html && (PATCH_TYPE.matcher(type).matches() || PATCH_NAME.matcher(name).matches()
                || !type.contains("/"));
    }

    private void multipart(MappedText body, ContentType type, String boundary, Envelope envelope, int depth) {
        String defaultType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        String delimiter = "--" + boundary;
        int start = -1;
        boolean closed = false;
        for (int i = 0; i < body.lineCount() && !closed; i++) {
            String rest = body.startsWith(i, delimiter) ? body.latin(i).substring(delimiter.length()).strip() : "?";
            closed = rest.equals("--");
            if (closed || rest.isEmpty()) {
                part(body, start, i, envelope, defaultType, depth);
                start = i + 1;
            }
        }
        if (start < 0) {
            log.warning(body.firstInputLine(), "multipart mail without its boundary; read as one text");
            parts.add(new TextPart(envelope, body, body.decode(TextCharset.undeclared()), false, false));
        } else if (!closed) {
            log.warning(body.inputLine(body.lineCount() - 1),
                    "multipart mail ends without its closing boundary; it may be cut");
            part(body, start, body.lineCount(), envelope, defaultType, depth);
        }
    }

    private void part(MappedText body, int start, int end, Envelope envelope, String defaultType, int depth) {
        if (start >= 0 && start <= end) {
            MappedText part = body.slice(start, end);
            entity(part, Headers.read(part), envelope, defaultType.toLowerCase(Locale.ROOT), depth + 1);
        }
    }
}
