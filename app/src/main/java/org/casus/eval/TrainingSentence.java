package org.casus.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.casus.data.DataException;
import org.casus.reader.Relation;

/**
 * A sentence of the project's own, with what is right about it; the format stands in {@code training/README.md}.
 *
 * @param file the name of its file; those in the plain register of agency leads begin with "plain"
 * @param mentions where in the text each mention stands
 * @param triggers where in the text each trigger stands
 */
public record TrainingSentence(
        String file, String text, List<Span> mentions, List<Span> triggers, List<Right> relations) {
    private static final Pattern MARK = Pattern.compile("\\[([^\\[\\]|]+)\\|[A-Z]+]|[{}]");
    private static final Pattern LINE = Pattern.compile("(\\d+) (>|<>) (\\d+|-) (\\d{3,4}) (\\w+) (\\d+)");
    private static final Pattern BLOCKS = Pattern.compile("\\R\\s*\\R");
    private static final int PARTS = 20;
    private static final int HELD_OUT = 2;

    public TrainingSentence {
        mentions = List.copyOf(mentions);
        triggers = List.copyOf(triggers);
        relations = List.copyOf(relations);
    }

    /** A place in the text, in UTF-16 units, the end exclusive. */
    public record Span(int start, int end) {}

    /** A right relation; source and target number the mentions, {@link Relation#NONE} where there is no target. */
    public record Right(int source, int target, boolean mutual, String code, String status, int trigger) {}

    public boolean isPlain() {
        return file.startsWith("plain");
    }

    /** True for the tenth that the model was not trained on; by checksum, as {@code training/reader/sentences.py} has it. */
    public boolean isHeldOut() {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() % PARTS < HELD_OUT;
    }

    /** Every sentence of a folder's {@code .txt} files; {@link DataException} names the block that is wrong. */
    public static List<TrainingSentence> readAll(Path folder) throws IOException {
        List<TrainingSentence> sentences = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                BLOCKS.splitAsStream(Files.readString(file).strip())
                        .map(block -> parse(block, file))
                        .forEach(sentences::add);
            }
        }
        return sentences;
    }

    private static TrainingSentence parse(String block, Path file) {
        List<String> lines = block.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .toList();
        StringBuilder text = new StringBuilder();
        List<Span> mentions = new ArrayList<>();
        List<Span> triggers = new ArrayList<>();
        int opened = 0;
        int at = 0;
        Matcher mark = MARK.matcher(lines.get(0));
        while (mark.find()) {
            text.append(lines.get(0), at, mark.start());
            at = mark.end();
            if (mark.group().equals("{")) {
                opened = text.length();
            } else if (mark.group().equals("}")) {
                triggers.add(new Span(opened, text.length()));
            } else {
                mentions.add(
                        new Span(text.length(), text.length() + mark.group(1).length()));
                text.append(mark.group(1));
            }
        }
        text.append(lines.get(0), at, lines.get(0).length());
        List<Right> relations = lines.subList(1, lines.size()).stream()
                .map(line -> relation(line, file))
                .toList();
        return new TrainingSentence(file.getFileName().toString(), text.toString(), mentions, triggers, relations);
    }

    private static Right relation(String line, Path file) {
        Matcher matcher = LINE.matcher(line.strip());
        if (!matcher.matches()) {
            throw new DataException(file + ": no relation line: " + line);
        }
        int target = matcher.group(3).equals("-") ? Relation.NONE : Integer.parseInt(matcher.group(3)) - 1;
        return new Right(
                Integer.parseInt(matcher.group(1)) - 1,
                target,
                matcher.group(2).equals("<>"),
                matcher.group(4),
                matcher.group(5),
                Integer.parseInt(matcher.group(6)) - 1);
    }
}
