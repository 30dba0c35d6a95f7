package org.casus.server;

/** Ends the handling of a request with a problem; has no stack, since it tells nothing of the program. */
final class HttpProblemException extends RuntimeException {
    private final transient HttpProblem problem;

    HttpProblemException(HttpProblem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    HttpProblem problem() {
        return problem;
    }
}
