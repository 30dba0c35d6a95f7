package org.casus.server;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A parameter of an endpoint.
 *
 * @param in query or path
 * @param example a text that the form reads; empty where no text is right for every store
 * @param fallback what counts when it is not given, or null
 */
record Parameter<T>(
        String name,
        In in,
        String description,
        String example,
        Form<T> form,
        @Nullable T fallback) {
    enum In {
        QUERY,
        PATH
    }

    static <T> Parameter<T> query(String name, String description, String example, Form<T> form) {
        return new Parameter<>(name, In.QUERY, description, example, form, null);
    }

    static <T> Parameter<T> path(String name, String description, String example, Form<T> form) {
        return new Parameter<>(name, In.PATH, description, example, form, null);
    }

    /** The same with its value turned into another. */
    <R> Parameter<R> map(Function<T, R> turn) {
        Form<R> turned = new Form<>(form.allowed(), form.schema(), text -> turn.apply(form.read(text)));
        return new Parameter<>(name, in, description, example, turned, null);
    }

    Parameter<T> orElse(T value) {
        return new Parameter<>(name, in, description, example, form, value);
    }

    /** Reads its text; a problem that says what is allowed when that fails. */
    T read(String text) {
        try {
            return form.read(text);
        } catch (Form.Wrong e) {
            boolean choice =
                    form.allowed().startsWith("one of") || form.allowed().startsWith("some of");
            throw HttpProblem.parameter(
                            name,
                            (choice ? "unknown " : "wrong ") + name + " \"" + HttpProblem.clip(e.getMessage()) + "\"; "
                                    + form.allowed())
                    .exception();
        }
    }
}
