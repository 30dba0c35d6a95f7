package org.casus.reader;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.casus.data.DataException;

/**
 * The two graphs of a model in ONNX Runtime. Each call reads one sentence: quantised sums depend on all that goes in at once, so a
 * batch would make a sentence's reading depend on its neighbours, and on processors it is no faster. Many threads may call at once.
 */
final class Network {
    private static final long DEEP_STACK = 64L << 20;

    private final OrtEnvironment environment;
    private final OrtSession encoder;
    private final OrtSession relations;

    /** Both graphs, ready to run. */
    private record Opened(OrtEnvironment environment, OrtSession encoder, OrtSession relations) {}

    Network(String name, byte[] encoder, byte[] relations) {
        try {
            Opened opened = deep(() -> open(encoder, relations));
            this.environment = opened.environment();
            this.encoder = opened.encoder();
            this.relations = opened.relations();
        } catch (OrtException e) {
            throw new DataException(name + " cannot be loaded: " + e.getMessage(), e);
        } catch (UnsatisfiedLinkError | ExceptionInInitializerError | NoClassDefFoundError e) {
            throw new DataException(
                    "ONNX Runtime has no library for this machine (" + System.getProperty("os.name") + ", "
                            + System.getProperty("os.arch") + "); it runs on Linux, macOS (ARM) and Windows, 64 bit",
                    e);
        }
    }

    private static Opened open(byte[] encoder, byte[] relations) throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "casus");
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            // a thread reads a sentence; more threads read more sentences
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new Opened(
                    environment,
                    environment.createSession(encoder, options),
                    environment.createSession(relations, options));
        }
    }

    /**
     * Opens on a thread with a deep stack. ONNX Runtime 1.29 recurses the deeper the longer the command line of the process is: with a
     * class path of sixty jars, as build tools and Spark write it, it overflows Java's usual stack of 1 MB and takes the process with it.
     */
    private static Opened deep(Callable<Opened> opening) throws OrtException {
        FutureTask<Opened> task = new FutureTask<>(opening);
        Thread thread = new Thread(null, task, "casus-model", DEEP_STACK);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    // half a model is none: the interruption is told afterwards
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw thrown(e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** What the other thread failed with, to be thrown here; errors go through at once. */
    private static OrtException thrown(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof RuntimeException failure) {
            throw failure;
        }
        return cause instanceof OrtException failed ? failed : new OrtException(String.valueOf(cause));
    }

    /** What the encoder says of a sentence: a vector a piece, and the scores of its tags as [piece][tag]. */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers, never compared
    record Encoded(int size, float[] vectors, float[][] mentionTags, float[][] triggerTags) {}

    /**
     * What the heads say, as [pair][..], [triple][..] and [trigger][..]: scores, to be made probabilities where they are needed.
     *
     * @param look how much each pair looked at each piece
     */
    @SuppressWarnings("ArrayRecordComponent") // rows of numbers, never compared
    record Related(
            float[][] pairEvent,
            float[][] pairType,
            float[][] pairCode,
            float[][] pairStatus,
            float[][] look,
            float[][] tripleEvent,
            float[][] triggerType,
            float[][] triggerCode,
            float[][] triggerStatus) {}

    Encoded encode(long[] ids) {
        long[] shape = {1, ids.length};
        try (OnnxTensor idTensor = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor mask = mask(ids.length);
                OrtSession.Result result = encoder.run(Map.of("ids", idTensor, "mask", mask))) {
            return new Encoded(
                    ids.length,
                    flat(result, "vectors"),
                    rows(result, "mention_tags", ids.length),
                    rows(result, "trigger_tags", ids.length));
        } catch (OrtException e) {
            throw new IllegalStateException("the reader failed on a sentence of " + ids.length + " pieces", e);
        }
    }

    /**
     * Relates the mentions of an encoded sentence. Rows: mentions and triggers as first piece, end piece; pairs as source, target,
     * distance; triples as trigger, source, target, distance.
     */
    Related relate(Encoded encoded, int[][] mentions, int[][] triggers, int[][] pairs, int[][] triples) {
        long size = encoded.size();
        long width = encoded.vectors().length / size;
        Map<String, OnnxTensor> inputs = new LinkedHashMap<>();
        try {
            inputs.put("vectors", OnnxTensor.createTensor(environment, FloatBuffer.wrap(encoded.vectors()), new long[] {
                1, size, width
            }));
            inputs.put("mentions", numbers(mentions, 2));
            inputs.put("triggers", numbers(triggers, 2));
            inputs.put("pairs", numbers(pairs, 3));
            inputs.put("triples", numbers(triples, 4));
            try (OrtSession.Result result = relations.run(inputs)) {
                return new Related(
                        rows(result, "pair_event", pairs.length),
                        rows(result, "pair_type", pairs.length),
                        rows(result, "pair_code", pairs.length),
                        rows(result, "pair_status", pairs.length),
                        rows(result, "look", pairs.length),
                        rows(result, "triple_event", triples.length),
                        rows(result, "trigger_type", triggers.length),
                        rows(result, "trigger_code", triggers.length),
                        rows(result, "trigger_status", triggers.length));
            }
        } catch (OrtException e) {
            throw new IllegalStateException("the reader failed on " + pairs.length + " pairs", e);
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private OnnxTensor mask(int size) throws OrtException {
        long[] ones = new long[size];
        Arrays.fill(ones, 1);
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), new long[] {1, size});
    }

    private OnnxTensor numbers(int[][] rows, int width) throws OrtException {
        LongBuffer buffer = LongBuffer.allocate(rows.length * width);
        for (int[] row : rows) {
            for (int number : row) {
                buffer.put(number);
            }
        }
        buffer.flip();
        return OnnxTensor.createTensor(environment, buffer, new long[] {rows.length, width});
    }

    private static float[] flat(OrtSession.Result result, String name) {
        // a copy on the heap already, whole and from its beginning
        return ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer().array();
    }

    private static float[][] rows(OrtSession.Result result, String name, int count) {
        float[] values = flat(result, name);
        int width = count == 0 ? 0 : values.length / count;
        float[][] rows = new float[count][width];
        for (int i = 0; i < count; i++) {
            System.arraycopy(values, i * width, rows[i], 0, width);
        }
        return rows;
    }
}
