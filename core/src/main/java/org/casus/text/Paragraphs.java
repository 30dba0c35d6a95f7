package org.casus.text;

import java.util.ArrayList;
import java.util.List;
import opennlp.tools.util.Span;

/**
 * Where paragraphs begin and end. A blank line parts them, and so does a line end after a full stop or after a short line (a
 * heading); any other line end is a wrapped line of the same paragraph.
 */
final class Paragraphs {
    private static final int SHORT_LINE = 50;

    private Paragraphs() {}

    static List<Span> of(String text, int longest) {
        List<Span> paragraphs = new ArrayList<>();
        int start = 0;
        int lineStart = 0;
        while (lineStart < text.length()) {
            int lineEnd = text.indexOf('\n', lineStart);
            lineEnd = lineEnd < 0 ? text.length() : lineEnd;
            if (endsParagraph(text, lineStart, lineEnd)) {
                add(text, start, lineEnd, longest, paragraphs);
                start = Math.min(lineEnd + 1, text.length());
            }
            lineStart = lineEnd + 1;
        }
        add(text, start, text.length(), longest, paragraphs);
        return paragraphs;
    }

    private static boolean endsParagraph(String text, int lineStart, int lineEnd) {
        int end = lineEnd;
        while (end > lineStart && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        if (end - lineStart < SHORT_LINE) {
            return true;
        }
        return ".!?:\"'".indexOf(text.charAt(end - 1)) >= 0;
    }

    private static void add(String text, int start, int end, int longest, List<Span> paragraphs) {
        int from = start;
        while (end - from > longest) {
            int cut = text.lastIndexOf(' ', from + longest);
            cut = cut <= from ? from + longest : cut;
            addStripped(text, from, cut, paragraphs);
            from = cut;
        }
        addStripped(text, from, end, paragraphs);
    }

    private static void addStripped(String text, int start, int end, List<Span> paragraphs) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            paragraphs.add(new Span(from, to));
        }
    }
}
