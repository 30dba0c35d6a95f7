package org.casus.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.eclipse.jetty.ee10.servlet.HttpOutput;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * One request to an endpoint and its answer. Answers are sent without a thread waiting for the client to take them.
 *
 * @param context of the web server
 * @param query the parameters, read
 */
record Call(Context context, Query query) {

    /** Answers when the future has come; what it fails with becomes a problem. */
    void answer(CompletableFuture<Answer> answer) {
        context.future(() -> answer.thenCompose(ready -> send(200, Json.MEDIA_TYPE, ready)));
    }

    /** JSON with a status. */
    @SuppressWarnings("ArrayRecordComponent") // bytes on their way out, never compared
    record Reply(int status, byte[] json) {}

    /** Answers with a status and JSON when the future has come. */
    void answerWith(CompletableFuture<Reply> reply) {
        context.future(
                () -> reply.thenCompose(ready -> send(ready.status(), Json.MEDIA_TYPE, new Answer(ready.json()))));
    }

    /** Answers with bytes of a media type. */
    void answer(String mediaType, Answer answer) {
        context.future(() -> send(200, mediaType, answer));
    }

    private CompletableFuture<Void> send(int status, String mediaType, Answer answer) {
        context.status(status);
        context.contentType(mediaType);
        boolean compress = answer.isWorthCompressing();
        if (compress) {
            context.header("Vary", "Accept-Encoding");
            compress = takesGzip(context.header("Accept-Encoding"));
        }
        if (compress) {
            context.header("Content-Encoding", "gzip");
        }
        byte[] body = compress ? answer.compressed() : answer.plain();
        context.res().setContentLength(body.length);
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            HttpOutput output = (HttpOutput) context.res().getOutputStream();
            output.sendContent(
                    ByteBuffer.wrap(body), Callback.from(() -> sent.complete(null), sent::completeExceptionally));
        } catch (IOException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    private static boolean takesGzip(@Nullable String accepted) {
        if (accepted == null) {
            return false;
        }
        for (String coding : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            String plain = coding.replace(" ", "");
            if (plain.equals("gzip") || (plain.startsWith("gzip;q=") && !plain.matches("gzip;q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }
}
