package org.casus.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2023-11-01T10:00:00Z | 2023-11-01",
                "date 2023-11-01 + ↺ − 16 px | 2023-11-01",
                "20240229 | 2024-02-29",
                "1 November 2023 | 2023-11-01",
                "1st of May, or 2nd May 2021 | 2021-05-02",
                "Nov. 1, 2023 14:20 | 2023-11-01",
                "November 1 2023 | 2023-11-01",
                "31.12.1999 | 1999-12-31",
                "2023-02-30 or 2023-03-01 | 2023-03-01"
            })
    void findsTheDay(String text, LocalDate day) {
        assertThat(Dates.in(text)).contains(day);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no date", "2023-13-45", "12345678", "version 1.2.3", "in 2023"})
    void findsNoneWhereNoneIs(String text) {
        assertThat(Dates.in(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"https://a.example/2018/04/05/slug,2018-04-05", "https://a.example/news/2018-4-5,2018-04-05"})
    void findsTheDayInAnAddress(String url, LocalDate day) {
        assertThat(Dates.inUrl(url)).contains(day);
    }

    @Property
    void neverBreaks(@ForAll String text) {
        assertThat(Dates.in(text)).isNotNull();
        assertThat(Dates.inUrl(text)).isNotNull();
    }
}
