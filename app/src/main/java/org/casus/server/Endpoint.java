package org.casus.server;

import java.util.List;

/**
 * An address that the API answers, with all that routes and description need to know of it.
 *
 * @param method GET or POST
 * @param path with parameters in braces
 * @param summary one sentence
 * @param group under which the description shows it
 * @param bodies the media types that a request may carry
 * @param replies what comes back when all is well
 * @param action what answers it
 */
record Endpoint(
        String method,
        String path,
        String group,
        String summary,
        List<Parameter<?>> parameters,
        List<Body> bodies,
        List<Reply> replies,
        Action action) {

    /** Answers a call, or throws an {@link HttpProblemException}. */
    interface Action {
        void answer(Call call);
    }

    /** A body that a request may carry. */
    record Body(String mediaType, Schema schema, Object example) {}

    /** An answer. */
    record Reply(int status, String description, String mediaType, Schema schema) {
        static Reply json(String description, Schema schema) {
            return new Reply(200, description, Json.MEDIA_TYPE, schema);
        }
    }

    static Endpoint get(
            String path, String group, String summary, List<Parameter<?>> parameters, Reply reply, Action action) {
        return new Endpoint("GET", path, group, summary, parameters, List.of(), List.of(reply), action);
    }
}
