package org.casus.petrarch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.casus.actor.Sector;
import org.casus.petrarch.DictionaryText.Line;
import org.jspecify.annotations.Nullable;

/**
 * Turns the dictionaries of PETRARCH and TABARI into tables that Casus reads: actors with dated codes become people, others bodies,
 * agents become roles, and verbs with the plain part of their patterns triggers.
 *
 * <pre>{@code
 * PetrarchImport tables = PetrarchImport.read(Path.of("dictionaries"), book::isCountry, codebook::has);
 * tables.people(); // "ashraf-ghani\tAshraf Ghani\t...\tAFG\tGOV\tofficial\t2014-09-29\t"
 * tables.problems(); // "actors.txt, line 12: [XXXREB]: no country XXX"
 * }</pre>
 *
 * Formats: PETRARCH2's documentation and the TABARI manual (Schrodt, 2014), chapters on actors, agents and verbs.
 */
public final class PetrarchImport {
    private static final Pattern CODE = Pattern.compile("\\[([^\\]]*)\\]");
    private static final Pattern DATED =
            Pattern.compile("(?<code>[~A-Z-]+)(?:\\s+(?<sign>[<>])?(?<from>\\d{6,8})?(?:-(?<to>\\d{6,8}))?)?");
    private static final Pattern SYNSET = Pattern.compile("[&!]([A-Z_0-9]+)[&!]?");
    private static final Pattern PLURAL = Pattern.compile("\\{([^}]*)\\}");
    private static final int CENTURY_TURNS = 30;

    private final Predicate<String> isCountry;
    private final Predicate<String> isCode;
    private final List<String> people = new ArrayList<>();
    private final List<String> bodies = new ArrayList<>();
    private final List<String> roles = new ArrayList<>();
    private final Map<String, String> triggers = new TreeMap<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, List<String>> synsets = new LinkedHashMap<>();

    private PetrarchImport(Predicate<String> isCountry, Predicate<String> isCode) {
        this.isCountry = isCountry;
        this.isCode = isCode;
    }

    /**
     * Reads every .txt file of a folder, told by its name: "actors" or "countries", "agents", "verbs" or "CAMEO".
     *
     * @param isCountry whether a code of three letters is a country
     * @param isCode whether CAMEO has a code
     */
    public static PetrarchImport read(Path folder, Predicate<String> isCountry, Predicate<String> isCode)
            throws IOException {
        PetrarchImport tables = new PetrarchImport(isCountry, isCode);
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                tables.read(file);
            }
        }
        return tables;
    }

    private void read(Path file) throws IOException {
        String name = file.getFileName().toString();
        String lower = name.toLowerCase(Locale.ROOT);
        List<Line> lines = DictionaryText.lines(file);
        if (lower.contains("agent")) {
            readAgents(name, lines);
        } else if (lower.contains("verb") || lower.contains("cameo")) {
            readVerbs(name, lines);
        } else if (lower.contains("actor") || lower.contains("countr")) {
            readActors(name, lines);
        } else {
            problems.add(name + ": not carried over (no dictionary of actors, agents or verbs by its name)");
        }
    }

    /** An actor's names and the codes that follow them. */
    private static final class Names {
        final List<String> names = new ArrayList<>();
        final List<String> codes = new ArrayList<>();
        int line;
    }

    private void readActors(String file, List<Line> lines) {
        Names entry = new Names();
        for (Line line : lines) {
            String text = line.text().strip();
            boolean onlyCode = text.startsWith("[");
            boolean synonym = text.startsWith("+");
            if (!onlyCode && !synonym) {
                addActor(file, entry);
                entry = new Names();
                entry.line = line.number();
            }
            String name =
                    CODE.matcher(text).replaceAll("").replaceFirst("^\\+", "").strip();
            if (!name.isEmpty()) {
                entry.names.add(name);
            }
            Matcher code = CODE.matcher(text);
            while (code.find()) {
                entry.codes.add(code.group(1).strip());
            }
        }
        addActor(file, entry);
    }

    private void addActor(String file, Names entry) {
        if (entry.names.isEmpty()) {
            return;
        }
        String name = DictionaryText.proper(entry.names.get(0));
        String aliases = String.join(
                "|",
                entry.names.stream()
                        .skip(1)
                        .map(DictionaryText::proper)
                        .distinct()
                        .toList());
        boolean dated = entry.codes.size() > 1 || entry.codes.stream().anyMatch(code -> code.contains(" "));
        boolean first = true;
        for (String written : entry.codes) {
            Matcher code = DATED.matcher(written);
            Optional<CameoActorCode> actor =
                    code.matches() ? CameoActorCode.of(code.group("code"), isCountry) : Optional.empty();
            if (actor.isEmpty()) {
                problems.add(file + ", line " + entry.line + ": " + name + " [" + written
                        + "]: no country in the code, or no code");
                continue;
            }
            String country = actor.get().country();
            Sector sector = actor.get().sector();
            if (!dated) {
                bodies.add(String.join("\t", DictionaryText.id(name), name, aliases, country, sector.name()));
                continue;
            }
            boolean until = "<".equals(code.group("sign"));
            String from = until ? "" : date(code.group("from"));
            String to = until ? date(code.group("from")) : date(code.group("to"));
            people.add(String.join(
                    "\t",
                    DictionaryText.id(name),
                    name,
                    first ? aliases : "",
                    country,
                    sector.name(),
                    "official",
                    from,
                    to));
            first = false;
        }
        if (entry.codes.isEmpty()) {
            problems.add(file + ", line " + entry.line + ": " + name + " has no code");
        }
    }

    /** "991231" and "20100101" in ISO's form; empty for null. */
    private static String date(@Nullable String digits) {
        if (digits == null) {
            return "";
        }
        String full = digits.length() == 6
                ? (Integer.parseInt(digits.substring(0, 2)) >= CENTURY_TURNS ? "19" : "20") + digits
                : digits;
        return full.substring(0, 4) + "-" + full.substring(4, 6) + "-" + full.substring(6, 8);
    }

    private void readAgents(String file, List<Line> lines) {
        readSynsets(lines);
        for (Line line : lines) {
            Matcher code = CODE.matcher(line.text());
            boolean definition = line.text().startsWith("!") && line.text().contains("=");
            if (definition || !code.find()) {
                continue;
            }
            Optional<Sector> sector =
                    CameoActorCode.sector(code.group(1).replace("~", "").strip(), 0);
            if (sector.isEmpty()) {
                problems.add(
                        file + ", line " + line.number() + ": [" + code.group(1) + "] is no sector that PLOVER has");
                continue;
            }
            String text = line.text().substring(0, code.start());
            Matcher plural = PLURAL.matcher(text);
            List<String> phrases =
                    new ArrayList<>(expanded(plural.replaceAll("").strip()));
            if (plural.reset().find()) {
                phrases.addAll(expanded(plural.group(1)));
            }
            List<String> plain = phrases.stream()
                    .map(phrase -> String.join(" ", DictionaryText.words(phrase)))
                    .filter(phrase -> !phrase.isBlank())
                    .distinct()
                    .toList();
            if (!plain.isEmpty()) {
                roles.add(String.join("\t", sector.get().name(), "person", plain.get(0), String.join("|", plain)));
            }
        }
    }

    /** "!MINIST! = MINISTER, PREMIER" or "&MONEY" followed by "+DOLLARS" lines: words that stand for each other. */
    private void readSynsets(List<Line> lines) {
        String open = null;
        for (Line line : lines) {
            String text = line.text().strip();
            Matcher name = SYNSET.matcher(text);
            if (name.lookingAt() && !CODE.matcher(text).find()) {
                open = name.group(1);
                int equals = text.indexOf('=');
                List<String> words = synsets.computeIfAbsent(open, key -> new ArrayList<>());
                if (equals >= 0) {
                    Stream.of(text.substring(equals + 1).split(","))
                            .map(String::strip)
                            .filter(word -> !word.isEmpty())
                            .forEach(words::add);
                }
            } else if (open != null
                    && text.startsWith("+")
                    && !CODE.matcher(text).find()) {
                synsets.get(open).add(text.substring(1).strip());
            } else {
                open = null;
            }
        }
    }

    /** A phrase once for every word of the set of synonyms in it. */
    private List<String> expanded(String phrase) {
        Matcher synset = SYNSET.matcher(phrase);
        if (!synset.find()) {
            return List.of(phrase);
        }
        return synsets.getOrDefault(synset.group(1), List.of()).stream()
                .map(word -> phrase.substring(0, synset.start()) + word + phrase.substring(synset.end()))
                .toList();
    }

    private void readVerbs(String file, List<Line> lines) {
        readSynsets(lines);
        String code = null;
        List<String> verbs = new ArrayList<>();
        int patterns = 0;
        int carried = 0;
        for (Line line : lines) {
            String text = line.text().strip();
            if (text.startsWith("---")) {
                Matcher of = CODE.matcher(text);
                code = of.find() ? digits(of.group(1)) : null;
                verbs.clear();
            } else if (text.startsWith("-")) {
                patterns++;
                carried += addPattern(text, verbs) ? 1 : 0;
            } else if (!text.startsWith("&") && !text.startsWith("+") && !text.startsWith("~")) {
                Matcher own = CODE.matcher(text);
                String ownCode = own.find() ? digits(own.group(1)) : code;
                String verb = String.join(
                        " ",
                        DictionaryText.words(PLURAL.matcher(CODE.matcher(text).replaceAll(""))
                                .replaceAll("")));
                if (!verb.isBlank()) {
                    verbs.add(verb);
                    addTrigger(ownCode, verb);
                }
            }
        }
        if (patterns > carried) {
            problems.add(
                    file + ": " + (patterns - carried) + " of " + patterns
                            + " patterns not carried over: they ask for more than words behind the verb (actors, synonyms, other verbs)");
        }
    }

    /** "- * OF_ATROCITIES [112]" behind every verb of its block; false where it asks for more than words. */
    private boolean addPattern(String text, List<String> verbs) {
        Matcher code = CODE.matcher(text);
        String body = code.replaceAll("").substring(1).strip();
        code.reset();
        if (!body.startsWith("*") || !code.find() || !body.substring(1).matches("[A-Za-z_ ]*") || body.length() < 2) {
            return false;
        }
        String words = String.join(" ", DictionaryText.words(body.substring(1)));
        String digits = digits(code.group(1));
        verbs.forEach(verb -> addTrigger(digits, verb + " " + words));
        return !verbs.isEmpty() && isCode.test(digits);
    }

    private void addTrigger(@Nullable String code, String pattern) {
        if (code != null && isCode.test(code) && pattern.matches("[a-z' -]+")) {
            triggers.putIfAbsent(pattern, code);
        }
    }

    /** "112:113" codes both sides; the first is the event. */
    private static String digits(String code) {
        return code.replaceAll("[^0-9:].*|:.*", "");
    }

    /** Rows like people.tsv. */
    public List<String> people() {
        return List.copyOf(people);
    }

    /** Rows like organisations.tsv. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    /** Rows like roles.tsv. */
    public List<String> roles() {
        return List.copyOf(roles);
    }

    /** Rows like triggers.tsv. */
    public List<String> triggers() {
        return triggers.entrySet().stream()
                .map(trigger -> String.join("\t", trigger.getValue(), "v", trigger.getKey(), ">"))
                .toList();
    }

    /** What could not be carried over, each with its file and line; without doubles. */
    public List<String> problems() {
        return List.copyOf(new TreeSet<>(problems));
    }
}
