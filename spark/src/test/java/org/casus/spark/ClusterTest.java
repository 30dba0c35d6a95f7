package org.casus.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cluster of two executors, each a process of its own, and what happens when one is killed, or the whole job. */
@Tag("slow")
class ClusterTest {
    @TempDir
    static Path folder;

    private static Path corpus;
    private static List<String> expected;

    @BeforeAll
    static void prepare() throws IOException {
        corpus = News.NEWS.folder();
        expected = News.NEWS.events();
        // the workers look for Spark here, and work here; what they run is on the class path given below
        Files.createDirectories(Path.of(System.getenv("SPARK_HOME"), "jars"));
    }

    @Test
    void anExecutorThatIsKilledChangesNothing() throws Exception {
        SparkSession spark = SparkSession.builder()
                .master("local-cluster[2,1,1024]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.executor.memory", "1g")
                .config("spark.executor.extraClassPath", classPath())
                .config(
                        "spark.executor.extraJavaOptions",
                        "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:ActiveProcessorCount=1")
                .config("spark.sql.shuffle.partitions", 4)
                // no coding before both are there
                .config("spark.scheduler.minRegisteredResourcesRatio", 1)
                .getOrCreate();
        try {
            Killer killer = new Killer();
            spark.sparkContext().addSparkListener(killer);
            Path disturbed = folder.resolve("disturbed");
            run(spark, disturbed);
            spark.sparkContext().listenerBus().waitUntilEmpty();
            assertThat(killer.killed.get()).isNotNull().matches(process -> !process.isAlive());
            assertThat(killer.removed).hasValue(1);
            assertThat(killer.alive).isEqualTo(2);
            assertThat(Tables.events(disturbed)).isEqualTo(expected);
            assertThat(deadLetters(disturbed))
                    .hasSameSizeAs(News.NEWS.alone().problems())
                    .doesNotHaveDuplicates();
        } finally {
            spark.stop();
        }
    }

    private static void run(SparkSession spark, Path output) throws IOException {
        new CodeJob(spark, output.toString(), Reading.USUAL, CodeJob.BATCH_BYTES).run(List.of(corpus.toString()));
    }

    private static List<String> deadLetters(Path output) throws Exception {
        return Tables.lines("SELECT file || coalesce(record, '') || reason FROM '" + output
                + "/dead-letters/*/*/*.parquet' ORDER BY 1");
    }

    /** Kills an executor, as the kernel does, when a few tasks of coding are done and others run. */
    private static final class Killer extends SparkListener {
        private final AtomicReference<@Nullable ProcessHandle> killed = new AtomicReference<>();
        private final AtomicInteger removed = new AtomicInteger();
        private volatile int alive;
        private int done;

        @Override
        public void onTaskEnd(SparkListenerTaskEnd end) {
            if (end.taskType().equals("ResultTask") && end.reason() == Success$.MODULE$) {
                done++;
                if (done == 2) {
                    List<ProcessHandle> executors = executors();
                    alive = executors.size();
                    ProcessHandle executor = executors.get(0);
                    killed.set(executor);
                    executor.destroyForcibly();
                    executor.onExit().join();
                }
            }
        }

        @Override
        public void onExecutorRemoved(SparkListenerExecutorRemoved event) {
            removed.incrementAndGet();
        }
    }

    /** The only processes of Java that a test starts. */
    private static List<ProcessHandle> executors() {
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .toList();
    }

    @Test
    void aJobThatIsKilledGoesOn() throws Exception {
        Path output = folder.resolve("resumed");
        Path batches = output.resolve("batches");
        Process first = start(output);
        while (first.isAlive() && (!Files.exists(batches) || markers(batches).isEmpty())) {
            Thread.sleep(50);
        }
        first.destroyForcibly();
        assertThat(first.waitFor()).isEqualTo(137);
        List<Path> done = markers(batches);
        List<Path> written = LocalJobTest.files(output.resolve("articles")).stream()
                .filter(file -> done.stream().anyMatch(batch -> file.toString().contains(name(batch))))
                .toList();

        Process second = start(output);
        // dead letters make it 1
        assertThat(second.waitFor()).isEqualTo(1);
        assertThat(markers(batches)).containsAll(done).hasSizeGreaterThan(done.size());
        assertThat(LocalJobTest.files(output.resolve("articles"))).containsAll(written);
        assertThat(written).isNotEmpty();
        assertThat(Tables.events(output)).isEqualTo(expected);
    }

    private static Process start(Path output) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(option -> !option.startsWith("-javaagent"))
                .toList());
        command.addAll(List.of(
                "-Dspark.master=local[1]",
                "-Dspark.ui.enabled=false",
                "-cp",
                classPath(),
                Main.class.getName(),
                "--input",
                corpus + "/*.jsonl",
                "--input",
                corpus.toString(),
                "--output",
                output.toString(),
                "--batch-bytes",
                "40000"));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/job.log"))
                .start();
    }

    private static List<Path> markers(Path batches) throws IOException {
        return LocalJobTest.files(batches).stream()
                .filter(file -> file.toString().endsWith(".json") && !name(file).startsWith("_"))
                .toList();
    }

    private static String name(Path marker) {
        return marker.getFileName().toString().replace(".json", "");
    }

    private static String classPath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }
}
