package org.casus.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.casus.data.DataException;
import org.casus.place.Place.Kind;

/**
 * The towns of the world in columns, sorted by key: a hundred and thirty thousand rows as objects would take four times the memory.
 * Made by tools/places.py.
 */
final class Towns {
    private static final String FILE = "/org/casus/place/cities.tsv";
    private static final int COLUMNS = 8;

    private final String[] names;
    private final String[] countries;
    private final String[] provinces;
    private final Kind[] kinds;
    private final int[] populations;
    private final float[] latitudes;
    private final float[] longitudes;
    private final int[] numbers;

    private Towns(List<String> lines) {
        int size = lines.size();
        names = new String[size];
        countries = new String[size];
        provinces = new String[size];
        kinds = new Kind[size];
        populations = new int[size];
        latitudes = new float[size];
        longitudes = new float[size];
        numbers = new int[size];
        Map<String, String> shared = new HashMap<>();
        for (int i = 0; i < size; i++) {
            String[] cells = lines.get(i).split("\t", -1);
            if (cells.length != COLUMNS) {
                throw new DataException(FILE + ": not " + COLUMNS + " columns: " + lines.get(i));
            }
            names[i] = cells[0];
            countries[i] = shared.computeIfAbsent(cells[1], key -> key);
            provinces[i] = shared.computeIfAbsent(cells[2], key -> key);
            kinds[i] = cells[3].equals("C") ? Kind.CAPITAL : cells[3].equals("A") ? Kind.SEAT : Kind.TOWN;
            populations[i] = Integer.parseInt(cells[4]);
            latitudes[i] = Float.parseFloat(cells[5]);
            longitudes[i] = Float.parseFloat(cells[6]);
            numbers[i] = Integer.parseInt(cells[7]);
        }
    }

    static Towns bundled() {
        List<String> lines = new ArrayList<>(140_000);
        InputStream in = Towns.class.getResourceAsStream(FILE);
        if (in == null) {
            throw new DataException(
                    "the data file " + FILE + " is missing from the program; build or download it again");
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            throw new DataException(FILE + " cannot be read: " + e.getMessage(), e);
        }
        return new Towns(lines);
    }

    int size() {
        return names.length;
    }

    String name(int row) {
        return names[row];
    }

    /** All towns of a key. */
    List<Place> called(String key) {
        int low = 0;
        int high = names.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (PlaceKey.of(names[middle]).compareTo(key) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        List<Place> found = new ArrayList<>();
        for (int i = low; i < names.length && PlaceKey.of(names[i]).equals(key); i++) {
            found.add(place(i));
        }
        return found;
    }

    private Place place(int i) {
        return new Place(
                names[i],
                kinds[i],
                countries[i],
                provinces[i],
                rounded(latitudes[i]),
                rounded(longitudes[i]),
                populations[i],
                numbers[i]);
    }

    /** To the thousandth degree, as the file has them. */
    private static double rounded(float degrees) {
        return Math.round(degrees * 1000.0) / 1000.0;
    }
}
