package org.casus.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.casus.text.Sentence;
import org.casus.text.TextSplitter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFinderTest {
    private static final TimeFinder FINDER = new TimeFinder();
    private static final TextSplitter SPLITTER = new TextSplitter();
    private static final LocalDate WEDNESDAY = LocalDate.of(2024, 2, 28);

    @ParameterizedTest
    @CsvSource({
        "in September this year, 2024-09, 2024-09",
        "on Tuesday, 2024-02-27, 2024-03-05",
        "next Friday, 2024-03-01, 2024-03-01",
        "on 29 February, 2024-02-29, 2024-02-29",
        "in March, 2023-03, 2024-03",
        "between 4 and 6 January, 2024-01, 2025-01",
        "Good Friday 1998, 1998-04-10, 1998-04-10",
        "during the Six-Day War, 1967-06, 1967-06",
        "three years ago, 2021,",
        "on 30 February,,",
        "2024 people,,",
    })
    void tells_what_words_mean_for_what_has_been_and_what_is_to_come(String words, String date, String ahead) {
        List<TimeExpression> found = FINDER.find(SPLITTER.single("It came " + words + "."), WEDNESDAY);
        assertThat(found.stream().map(time -> text(time.date())).collect(Collectors.joining()))
                .isEqualTo(date == null ? "" : date);
        assertThat(found.stream().map(time -> text(time.ahead())).collect(Collectors.joining()))
                .isEqualTo(ahead == null ? "" : ahead);
    }

    private static String text(@Nullable PartialDate date) {
        return date == null ? "" : date.toString();
    }

    @Property(tries = 500)
    void whatever_is_said_of_days_is_read_without_overlaps(@ForAll("lines") String line) {
        Sentence sentence = SPLITTER.single(line);
        int end = 0;
        for (TimeExpression time : FINDER.find(sentence, WEDNESDAY)) {
            assertThat(time.first()).isGreaterThanOrEqualTo(end);
            assertThat(time.end())
                    .isGreaterThan(time.first())
                    .isLessThanOrEqualTo(sentence.tokens().size());
            end = time.end();
        }
    }

    @Provide
    Arbitrary<String> lines() {
        return Arbitraries.of(
                        "31",
                        "30",
                        "0",
                        "99",
                        "2024",
                        "1600",
                        "February",
                        "Feb.",
                        "May",
                        "Tuesday",
                        "on",
                        "in",
                        "the",
                        "of",
                        "last",
                        "next",
                        "week",
                        "year",
                        "ago",
                        "two",
                        "days",
                        "later",
                        "before",
                        "and",
                        "between",
                        "-",
                        ",",
                        "Easter",
                        "Christmas Day",
                        "summer",
                        "1990s",
                        "2020-13-45",
                        "from",
                        "to",
                        "mid-",
                        "said",
                        "World War II")
                .list()
                .ofMinSize(1)
                .ofMaxSize(14)
                .map(words -> String.join(" ", words));
    }
}
