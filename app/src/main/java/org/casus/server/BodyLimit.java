package org.casus.server;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Counts the bytes of bodies while they come, with a declared length or without: of each, and of all that are being read. */
final class BodyLimit extends Handler.Wrapper {
    private final long each;
    private final long together;
    private final AtomicLong held = new AtomicLong();

    BodyLimit(long each, long together) {
        this.each = each;
        this.together = together;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        HttpFields headers = request.getHeaders();
        if (headers.getLongField(HttpHeader.CONTENT_LENGTH) > each) {
            ProblemPages.write(request, response, callback, tooLarge());
            return true;
        }
        Counted counted = new Counted(request);
        return super.handle(counted, response, Callback.from(callback, counted::release));
    }

    private HttpProblem tooLarge() {
        return HttpProblem.of(413, "a body may have " + each / 1_000_000 + " MB")
                .with("Connection", "close");
    }

    private final class Counted extends Request.Wrapper {
        private long read;

        Counted(Request request) {
            super(request);
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk)) {
                return chunk;
            }
            int more = chunk.remaining();
            read += more;
            boolean full = held.addAndGet(more) > together;
            if (read > each || full) {
                chunk.release();
                HttpProblem problem = full ? HttpProblem.busy("too many bodies at once", 5) : tooLarge();
                return Content.Chunk.from(problem.exception(), true);
            }
            return chunk;
        }

        void release() {
            held.addAndGet(-read);
            read = 0;
        }
    }
}
