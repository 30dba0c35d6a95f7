package org.casus.reader;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.casus.codebook.EventType;
import org.casus.codebook.Status;

/**
 * What a model file says of itself: the labels behind its numbers, and how its scores become confidence.
 *
 * @param format the version of the file's make-up
 * @param types PLOVER types in the order of the network's outputs; so for kinds, statuses and three-digit CAMEO codes
 * @param calibration how scores become confidence
 * @param sha256 the checksum of each other file in the archive
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Manifest(
        int format,
        List<Kind> kinds,
        List<EventType> types,
        List<String> statuses,
        List<String> codes,
        Calibration calibration,
        Map<String, String> sha256) {

    /** The version that this program reads. */
    static final int FORMAT = 2;

    Status status(int number) {
        return Status.valueOf(statuses.get(number).toUpperCase(Locale.ROOT));
    }

    /**
     * Confidence is a logistic function of what the heads think (Platt, "Probabilistic outputs for support vector machines", 1999), fitted
     * on sentences that were not trained on: the logits of the event's probability by the pair and by the trigger, and the probability
     * that the pair gives the type which both chose.
     *
     * @param nobody added where there is no target
     * @param threshold below it a relation is not told
     */
    record Calibration(double bias, double pair, double trigger, double type, double nobody, double threshold) {

        double confidence(double byPair, double byTrigger, double typeByPair, boolean hasTarget) {
            double sum = bias + pair * logit(byPair) + trigger * logit(byTrigger) + type * typeByPair;
            return 1 / (1 + Math.exp(-(hasTarget ? sum : sum + nobody)));
        }

        private static double logit(double p) {
            double bounded = Math.max(1e-6, Math.min(1 - 1e-6, p));
            return Math.log(bounded / (1 - bounded));
        }
    }
}
