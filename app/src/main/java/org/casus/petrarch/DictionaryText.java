package org.casus.petrarch;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What all dictionaries have in common: lines with comments behind ";" or "#", words joined by underscores, all in capitals. */
final class DictionaryText {
    private static final Set<String> SMALL =
            Set.of("of", "the", "and", "for", "in", "on", "to", "de", "la", "al", "el", "bin", "von", "van");

    private DictionaryText() {}

    /** A line without its comment, and where it stands. */
    record Line(int number, String text) {}

    static List<Line> lines(Path file) throws IOException {
        // old dictionaries are Latin-1; what is not UTF-8 is read so
        String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        if (all.indexOf('\uFFFD') >= 0) {
            all = Files.readString(file, StandardCharsets.ISO_8859_1);
        }
        List<Line> lines = new ArrayList<>();
        int number = 0;
        for (String line : all.split("\\R", -1)) {
            number++;
            String text = line.replaceFirst("[;#].*", "").stripTrailing();
            if (!text.isBlank()) {
                lines.add(new Line(number, text));
            }
        }
        return lines;
    }

    /** "UNITED_NATIONS_" as running text: "United Nations". */
    static String proper(String entry) {
        StringBuilder name = new StringBuilder();
        for (String word : words(entry)) {
            boolean small = name.length() > 0 && SMALL.contains(word);
            name.append(name.length() > 0 ? " " : "")
                    .append(small ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }

    /** The words of an entry in lower case. */
    static List<String> words(String entry) {
        return List.of(entry.replace('_', ' ').strip().toLowerCase(Locale.ROOT).split("\\s+"));
    }

    static String id(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        return plain.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    }
}
