package org.casus.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnswersTest {
    private static Limits limits(int queries, int waiting) {
        Limits usual = Limits.usual();
        return new Limits(
                usual.body(),
                usual.bodies(),
                usual.connections(),
                usual.threads(),
                queries,
                waiting,
                Duration.ofSeconds(10),
                usual.codings(),
                usual.codingWait(),
                usual.exports(),
                usual.streams(),
                usual.idle(),
                usual.slowest(),
                usual.header(),
                usual.cache());
    }

    @Test
    void asksOnceForAllWhoAskTheSame() throws Exception {
        AtomicLong version = new AtomicLong();
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch go = new CountDownLatch(1);
        try (Answers answers = new Answers(limits(2, 10), version::get)) {
            Answers.Question slow = () -> {
                asked.incrementAndGet();
                await(go);
                return Map.of("n", 1);
            };
            List<CompletableFuture<Answer>> all = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                all.add(answers.to("same", slow));
            }
            go.countDown();
            for (CompletableFuture<Answer> one : all) {
                assertThat(one.get(10, TimeUnit.SECONDS).plain())
                        .isEqualTo("{\"n\":1}".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(asked).hasValue(1);
            version.incrementAndGet();
            answers.to("same", slow).get(10, TimeUnit.SECONDS);
            assertThat(asked).hasValue(2);
        }
    }

    @Test
    void refusesWhatWouldWaitTooLong() {
        CountDownLatch go = new CountDownLatch(1);
        try (Answers answers = new Answers(limits(1, 2), () -> 0)) {
            for (int i = 0; i < 3; i++) {
                assertThat(answers.to("q" + i, () -> {
                            await(go);
                            return 1;
                        }))
                        .isNotDone();
            }
            assertThatThrownBy(() -> answers.to("one more", () -> 1).get(1, TimeUnit.SECONDS))
                    .isInstanceOf(ExecutionException.class)
                    .cause()
                    .isInstanceOfSatisfying(
                            HttpProblemException.class,
                            e -> assertThat(e.problem().status()).isEqualTo(503));
            go.countDown();
        }
    }

    @Test
    void forgetsFailures() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (Answers answers = new Answers(limits(1, 2), () -> 0)) {
            Answers.Question failing = () -> {
                if (asked.getAndIncrement() == 0) {
                    throw new IllegalStateException("once");
                }
                return 7;
            };
            assertThatThrownBy(() -> answers.to("q", failing).get(10, TimeUnit.SECONDS))
                    .hasMessageContaining("once");
            assertThat(answers.to("q", failing).get(10, TimeUnit.SECONDS).plain())
                    .isEqualTo("7".getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
