import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.casus.codebook.Codebook;
import org.casus.codebook.EventType;
import org.casus.store.Bucket;
import org.casus.store.Cursor;
import org.casus.store.EventFilter;
import org.casus.store.EventSort;
import org.casus.store.Events;
import org.casus.store.Figures;
import org.casus.store.Series;
import org.casus.store.Store;

/** Times questions to a store, thirty times each with other values. usage: java -cp casus.jar StoreQueries.java FILE */
public final class StoreQueries {
    private static final List<String> COUNTRIES =
            List.of("USA", "RUS", "UKR", "ISR", "CHN", "IRN", "TUR", "DEU", "FRA", "IND", "SYR", "SDN", "AZE", "ARM", "JPN");

    private StoreQueries() {}

    private interface Question {
        void ask(EventFilter filter);
    }

    public static void main(String[] args) {
        try (Store store = Store.open(Path.of(args[0]), Codebook.bundled())) {
            System.out.printf(Locale.ROOT, "%,d events%n", store.events().count(EventFilter.ALL));
            Cursor deep = store.events().page(EventFilter.ALL, EventSort.NEWEST, null, 500).next();
            time("page of 50, filtered", filter -> store.events().page(filter, EventSort.NEWEST, null, 50));
            time("page of 50, all", filter -> store.events().page(EventFilter.ALL, EventSort.NEWEST, null, 50));
            time("page behind the 500th", filter -> store.events().page(EventFilter.ALL, EventSort.NEWEST, deep, 50));
            time("page by confidence", filter -> store.events().page(filter, EventSort.SUREST, null, 50));
            time("page with text", filter -> page(store, filter.text("incident 4" + filter.hashCode() % 10)));
            time("series by month, filtered", filter -> store.figures().timeline(filter, Bucket.MONTH, Series.QUAD));
            time("series by month, all", filter -> store.figures().timeline(EventFilter.ALL, Bucket.MONTH, Series.TYPE));
            time("top dyads, filtered", filter -> store.figures().dyads(filter, Figures.Level.PARTY, Figures.DyadSort.EVENTS, 20));
            time("top dyads, all", filter -> store.figures().dyads(EventFilter.ALL, Figures.Level.PARTY, Figures.DyadSort.EVENTS, 20));
            time("map, all", filter -> store.figures().spots(EventFilter.ALL, 2000));
            time("network, all", filter -> store.figures().ties(EventFilter.ALL, 60));
            time("parties by name", filter -> store.figures().activeParties(EventFilter.ALL, "ru", 20));
            time("summary", filter -> store.figures().summary());
        }
    }

    private static Events.Page page(Store store, EventFilter filter) {
        return store.events().page(filter, EventSort.NEWEST, null, 50);
    }

    private static void time(String what, Question question) {
        double[] millis = new double[30];
        for (int i = 0; i < millis.length; i++) {
            EventFilter filter = EventFilter.ALL
                    .actor(EventFilter.Side.EITHER, List.of(COUNTRIES.get(i % COUNTRIES.size())))
                    .types(Set.of(EventType.values()[i % EventType.values().length]))
                    .from(LocalDate.of(2021 + i % 4, 1 + i % 12, 1));
            long begin = System.nanoTime();
            question.ask(filter);
            millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT, "%-28s median %6.1f ms, slowest %6.1f ms%n", what, millis[millis.length / 2], millis[millis.length - 1]);
    }
}
