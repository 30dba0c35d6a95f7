package org.casus.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageCompleted;
import org.apache.spark.scheduler.StageInfo;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;

/** One executor of one core against two, each a process: {@code bench/spark} starts it. Tells what took how long, and whose CPU it was. */
final class ClusterBenchmark {
    /** Enough for every executor to load the model and have its code compiled. */
    private static final int WARM_UP = 100;

    private final Path work;
    private final int articles;
    private final String jar;
    private final String executorOptions;

    private ClusterBenchmark(Path work, int articles, String jar, String executorOptions) {
        this.work = work;
        this.articles = articles;
        this.jar = jar;
        this.executorOptions = executorOptions;
    }

    /** Arguments: a folder to work in, a folder of texts, how many articles, the jar for executors, their options of Java, executors of each run. */
    public static void main(String[] args) throws Exception {
        int articles = Integer.parseInt(args[2]);
        ClusterBenchmark benchmark = new ClusterBenchmark(Path.of(args[0]), articles, args[3], args[4]);
        List<String> texts = texts(Path.of(args[1]));
        benchmark.write("warm-up", texts, 0, WARM_UP);
        benchmark.write("news", texts, WARM_UP, articles);
        Map<Integer, Duration> best = new LinkedHashMap<>();
        @Nullable List<String> first = null;
        for (String executors : args[5].split(",", -1)) {
            int count = Integer.parseInt(executors);
            Run run = benchmark.run(count);
            best.merge(count, run.coding(), (one, other) -> one.compareTo(other) < 0 ? one : other);
            if (first != null && !first.equals(run.events())) {
                throw new IllegalStateException(count + " executors give other events");
            }
            first = run.events();
        }
        if (first != null) {
            System.out.println("the same " + first.size() + " events in all runs");
        }
        if (best.containsKey(1) && best.containsKey(2)) {
            System.out.printf(
                    Locale.ROOT,
                    "two executors: %.2f times as fast as one%n",
                    seconds(best.get(1)) / seconds(best.get(2)));
        }
    }

    private static List<String> texts(Path folder) throws IOException {
        List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }
        return texts;
    }

    /** Another last sentence makes another article. */
    private void write(String folder, List<String> texts, int from, int count) throws IOException {
        Path files = Files.createDirectories(work.resolve(folder));
        for (int i = from; i < from + count; i++) {
            String text = texts.get(i % texts.size()) + "\n\nThis is report " + i + " of the day.\n";
            Files.writeString(files.resolve(i + ".txt"), text);
        }
    }

    private record Run(Duration coding, List<String> events) {}

    private Run run(int executors) throws IOException, TimeoutException {
        long begin = System.nanoTime();
        SparkSession spark = SparkSession.builder()
                .master("local-cluster[" + executors + ",1,1024]")
                .config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.executor.memory", "1g")
                .config("spark.executor.extraJavaOptions", executorOptions)
                .config("spark.jars", jar)
                .config("spark.sql.shuffle.partitions", 4)
                // no coding before all are there
                .config("spark.scheduler.minRegisteredResourcesRatio", 1)
                .getOrCreate();
        try {
            code(spark, "warm-up", executors);
            Duration start = Duration.ofNanos(System.nanoTime() - begin);
            Stages stages = new Stages();
            spark.sparkContext().addSparkListener(stages);
            List<ProcessHandle> processes = executors();
            List<Duration> before = cpu(processes);
            Duration driverBefore = cpu(ProcessHandle.current());
            begin = System.nanoTime();
            Path output = code(spark, "news", executors);
            Duration coding = Duration.ofNanos(System.nanoTime() - begin);
            Duration driver = cpu(ProcessHandle.current()).minus(driverBefore);
            List<Duration> after = cpu(processes);
            spark.sparkContext().listenerBus().waitUntilEmpty();
            List<String> used = new ArrayList<>();
            for (int i = 0; i < processes.size(); i++) {
                used.add(String.format(Locale.ROOT, "%.1f", seconds(after.get(i).minus(before.get(i)))));
            }
            double steady = stages.longest() / 1e3;
            System.out.printf(
                    Locale.ROOT,
                    "%d executor(s): start and model %.1f s; %d articles in %.1f s, %.1f a second; of these the coding stage (%d tasks)"
                            + " %.1f s, %.1f a second; CPU of executors %s s, of the driver %.1f s%n",
                    executors,
                    seconds(start),
                    articles,
                    seconds(coding),
                    articles / seconds(coding),
                    stages.tasks(),
                    steady,
                    articles / steady,
                    String.join(" + ", used),
                    seconds(driver));
            return new Run(coding, events(spark, output));
        } finally {
            spark.stop();
        }
    }

    private Path code(SparkSession spark, String input, int executors) throws IOException {
        Path output = Files.createTempDirectory(work, "out" + executors);
        new CodeJob(spark, output.toString(), Reading.USUAL, CodeJob.BATCH_BYTES)
                .run(List.of(work.resolve(input).toString()));
        return output;
    }

    private static List<String> events(SparkSession spark, Path output) {
        return spark.read().parquet(output + "/events").drop("batch").toJSON().collectAsList().stream()
                .sorted()
                .toList();
    }

    private static List<ProcessHandle> executors() {
        return ProcessHandle.current().children().toList();
    }

    private static List<Duration> cpu(List<ProcessHandle> processes) {
        return processes.stream().map(ClusterBenchmark::cpu).toList();
    }

    private static Duration cpu(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1e3;
    }

    /** Coding takes the longest of all stages by far. */
    private static final class Stages extends SparkListener {
        private @Nullable StageInfo longest;

        @Override
        public synchronized void onStageCompleted(SparkListenerStageCompleted completed) {
            StageInfo stage = completed.stageInfo();
            if (longest == null || milliseconds(stage) > milliseconds(longest)) {
                longest = stage;
            }
        }

        synchronized long longest() {
            return longest == null ? 0 : milliseconds(longest);
        }

        synchronized int tasks() {
            return longest == null ? 0 : longest.numTasks();
        }

        private static long milliseconds(StageInfo stage) {
            return (long) stage.completionTime().get()
                    - (long) stage.submissionTime().get();
        }
    }
}
