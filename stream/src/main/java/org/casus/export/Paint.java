package org.casus.export;

import org.casus.codebook.QuadClass;

/** Colours for a terminal, or none. What comes from articles is stripped of control characters before it is painted. */
public record Paint(boolean on) {
    public String bold(String text) {
        return paint("1", text);
    }

    public String dim(String text) {
        return paint("2", text);
    }

    public String underline(String text) {
        return paint("1;4", text);
    }

    /** Green for cooperation, yellow for words of conflict, red for its deeds. */
    public String quad(QuadClass quad, String text) {
        return paint(
                switch (quad) {
                    case VERBAL_COOPERATION -> "36";
                    case MATERIAL_COOPERATION -> "32";
                    case VERBAL_CONFLICT -> "33";
                    case MATERIAL_CONFLICT -> "31";
                },
                text);
    }

    private String paint(String code, String text) {
        return on ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Text from outside, safe to print: one line, no control characters. */
    public static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            int type = Character.getType(point);
            boolean odd = Character.isISOControl(point) || type == Character.FORMAT || type == Character.SURROGATE;
            plain.appendCodePoint(odd ? ' ' : point);
        });
        return plain.toString().replaceAll("\\s+", " ").strip();
    }
}
