package org.casus.eval;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Which types are taken for which, as an SVG picture: a row a right type, a column a given one, darker where more often. */
public final class ConfusionPlot {
    private static final int CELL = 34;
    private static final int LEFT = 100;
    private static final int TOP = 90;

    private ConfusionPlot() {}

    public static String svg(String title, PairFigures figures) {
        TreeSet<String> names = new TreeSet<>(figures.confusion().keySet());
        figures.confusion().values().forEach(row -> names.addAll(row.keySet()));
        names.remove("");
        List<String> types = List.copyOf(names);
        int size = types.size() * CELL;
        StringBuilder svg = new StringBuilder();
        line(
                svg,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"11\">",
                LEFT + size + 20,
                TOP + size + 20);
        line(svg, "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        line(svg, "<text x=\"10\" y=\"18\" font-size=\"13\" fill=\"#222222\">%s</text>", title);
        for (int i = 0; i < types.size(); i++) {
            int middle = i * CELL + CELL / 2;
            line(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" fill=\"#222222\">%s</text>",
                    LEFT - 6,
                    TOP + middle + 4,
                    types.get(i));
            line(
                    svg,
                    "<text transform=\"translate(%d,%d) rotate(-50)\" fill=\"#222222\">%s</text>",
                    LEFT + middle,
                    TOP - 6,
                    types.get(i));
        }
        for (int r = 0; r < types.size(); r++) {
            Map<String, Integer> row = figures.confusion().getOrDefault(types.get(r), Map.of());
            int all = row.values().stream().mapToInt(Integer::intValue).sum();
            for (int c = 0; c < types.size(); c++) {
                int count = row.getOrDefault(types.get(c), 0);
                cell(svg, r, c, count, Score.ratio(count, all));
            }
        }
        svg.append("</svg>\n");
        return svg.toString();
    }

    private static void cell(StringBuilder svg, int row, int column, int count, double share) {
        String colour = row == column ? "#1b6e3c" : "#b3261e";
        int x = LEFT + column * CELL;
        int y = TOP + row * CELL;
        line(
                svg,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" fill-opacity=\"%.2f\" stroke=\"#dddddd\"/>",
                x,
                y,
                CELL,
                CELL,
                colour,
                share);
        if (count > 0) {
            line(
                    svg,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\" fill=\"%s\">%d</text>",
                    x + CELL / 2,
                    y + CELL / 2 + 4,
                    share > 0.55 ? "#ffffff" : "#222222",
                    count);
        }
    }

    private static void line(StringBuilder svg, String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
