package org.casus.bench;

import java.util.concurrent.TimeUnit;
import org.casus.Casus;
import org.casus.reader.Reading;
import org.casus.text.Sentence;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long the reader takes for a sentence, by its length and by how many actors are in it. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
        value = 1,
        jvmArgs = {"-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx640m"})
public class ReaderBenchmark {
    @Param
    public Length length;

    private Casus casus;
    private Sentence sentence;

    public enum Length {
        /** 8 words, two actors. */
        HEADLINE("Norway recalls ambassador from Hungary in fraud row"),
        /** 25 words, four actors. */
        LEAD(
                "Kenyan police arrested eleven opposition activists in Kisumu on Tuesday after they marched on the governor's "
                        + "office to demand the release of a jailed union leader."),
        /** 54 words, nine actors. */
        LONG(
                "The foreign ministers of Ghana and Togo met the president of Benin in Cotonou on Thursday and urged the army of "
                        + "Niger to free two detained reporters, while the United Nations accused a rebel group in northern Mali of "
                        + "shelling a convoy that the World Food Programme had sent to villagers near Gao.");

        private final String text;

        Length(String text) {
            this.text = text;
        }
    }

    @Setup
    public void load() {
        casus = Casus.load();
        sentence = casus.splitter().single(length.text);
    }

    @Benchmark
    public Reading read() {
        return casus.reader().readAnyway(sentence);
    }
}
