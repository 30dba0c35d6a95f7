package org.casus.article;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Bytes to text: byte order mark, then valid UTF-8, then what the server said, then what the page declares, then what the bytes
 * look like.
 */
final class Decoder {
    private static final Pattern DECLARED = Pattern.compile(
            "(?i)<(?:meta|\\?xml)[^>]{0,200}?(?:charset|encoding)\\s*=\\s*[\"']?\\s*([a-z0-9_:.-]{2,40})");

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private Decoder() {}

    /** @param said the character set that came with the bytes, or null */
    static String decode(byte[] bytes, @Nullable Charset said) {
        String text = new String(bytes, charset(bytes, said));
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** The character set of a text that begins with these bytes. */
    static Charset charset(byte[] bytes, @Nullable Charset said) {
        Optional<Charset> marked = byMark(bytes);
        if (marked.isPresent()) {
            return marked.get();
        }
        if (said != null && said.name().startsWith("UTF-16")) {
            return said;
        }
        if (isUtf8(bytes)) {
            return StandardCharsets.UTF_8;
        }
        return Optional.ofNullable(said)
                .filter(charset -> !charset.equals(StandardCharsets.UTF_8))
                .or(() -> declared(bytes))
                .or(() -> detected(bytes))
                .orElse(WESTERN);
    }

    private static Optional<Charset> byMark(byte[] bytes) {
        if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
            return Optional.of(StandardCharsets.UTF_8);
        }
        if (startsWith(bytes, 0xFE, 0xFF) || startsWith(bytes, 0xFF, 0xFE)) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        return Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /** Valid UTF-8; a character cut off at the very end is forgiven, as truncated downloads have it. */
    private static boolean isUtf8(byte[] bytes) {
        for (int cut = 0; cut <= 3 && cut <= bytes.length; cut++) {
            if (cut > 0 && bytes[bytes.length - cut] >= 0) {
                return false;
            }
            if (decodes(bytes, bytes.length - cut)) {
                return true;
            }
        }
        return false;
    }

    private static boolean decodes(byte[] bytes, int length) {
        try {
            CharBuffer decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, 0, length));
            return decoded != null;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, 4096), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        return matcher.find() ? named(matcher.group(1)) : Optional.empty();
    }

    private static Optional<Charset> detected(byte[] bytes) {
        UniversalDetector detector = new UniversalDetector();
        detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 16));
        detector.dataEnd();
        return named(detector.getDetectedCharset());
    }

    private static Optional<Charset> named(@Nullable String name) {
        if (name == null || name.toLowerCase(Locale.ROOT).startsWith("utf-8")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }
}
