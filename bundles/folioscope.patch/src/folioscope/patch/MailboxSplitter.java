package folioscope.patch;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Cuts an mbox into its mails. A mail begins with a line {@code From sender date} at the start or after an empty
 * line, with a header behind it; {@code >From} in the mails is unescaped (mboxrd). An input that does not begin so is
 * one mail.
 */
final class MailboxSplitter {

    /** The date in a separator has a time, whatever else it has. */
    private static final Pattern SEPARATOR = Pattern.compile("From \\S{1,300} .{0,80}\\d\\d:\\d\\d.{0,80}");
    /** git format-patch: the commit and a fixed date. */
    private static final Pattern GIT_SEPARATOR = Pattern.compile("From [0-9a-f]{40,64} Mon Sep 17 00:00:00 2001");
    private static final Pattern FIELD = Pattern.compile("[!-9;-~]{1,100}[ \\t]*:.*", Pattern.DOTALL);
    private static final List<String> MAIL_FIELDS = List.of("from:", "subject:", "date:", "message-id:",
            "mime-version:", "content-type:", "received:", "return-path:");
    private static final int LONGEST_SEPARATOR = 500;

    private MailboxSplitter() {
    }

    /** Whether the text begins with an mbox separator. */
    static boolean isMailbox(MappedText text) {
        return text.lineCount() > 0 && isSeparator(text, 0);
    }

    /** The mails without their separator lines, in order; the text itself if it is no mbox. */
    static List<MappedText> split(MappedText text) {
        if (!isMailbox(text)) {
            return List.of(text);
        }
        boolean gitOnly = GIT_SEPARATOR.matcher(text.latin(0)).matches();
        List<MappedText> mails = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= text.lineCount(); i++) {
            if (i == text.lineCount() || begins(text, i, gitOnly)) {
                mails.add(unescape(text.slice(start + 1, i)));
                start = i;
            }
        }
        return mails;
    }

    /** In a box of mails a git separator is the start of an attached patch, not of a mail. */
    private static boolean begins(MappedText text, int i, boolean gitOnly) {
        return text.isBlank(i - 1) && isSeparator(text, i) && gitOnly == GIT_SEPARATOR.matcher(text.latin(i)).matches();
    }

    private static boolean isSeparator(MappedText text, int i) {
        if (!text.startsWith(i, "From ")) {
            return false;
        }
        String line = text.latin(i);
        return line.length() < LONGEST_SEPARATOR && SEPARATOR.matcher(line).matches()
                && i + 1 < text.lineCount() && isField(text, i + 1);
    }

    private static boolean isField(MappedText text, int i) {
        return FIELD.matcher(text.latin(i)).matches();
    }

    private static MappedText unescape(MappedText mail) {
        MappedText.Builder builder = null;
        for (int i = 0; i < mail.lineCount(); i++) {
            boolean escaped = mail.startsWith(i, ">") && isEscaped(mail.latin(i));
            if (escaped && builder == null) {
                builder = copy(mail, i);
            }
            if (builder != null) {
                byte[] raw = mail.rawLine(i);
                for (int k = escaped ? 1 : 0; k < raw.length; k++) {
                    builder.append(raw[k], mail.inputLine(i));
                }
            }
        }
        return builder == null ? mail : builder.build();
    }

    private static boolean isEscaped(String line) {
        int i = 0;
        while (i < line.length() && line.charAt(i) == '>') {
            i++;
        }
        return line.startsWith("From ", i);
    }

    private static MappedText.Builder copy(MappedText mail, int lines) {
        MappedText.Builder builder = new MappedText.Builder(0);
        for (int i = 0; i < lines; i++) {
            builder.append(mail.rawLine(i), mail.inputLine(i));
        }
        return builder;
    }

    /**
     * Whether the text reads as the header of a mail: it begins with a field, and one that only mails have is among
     * them.
     */
    static boolean isMail(MappedText text) {
        if (text.lineCount() == 0 || !isField(text, 0)) {
            return false;
        }
        for (int i = 0; i < text.lineCount() && !text.isBlank(i); i++) {
            String line = text.line(i, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
            if (MAIL_FIELDS.stream().anyMatch(line::startsWith)) {
                return true;
            }
        }
        return false;
    }
}
