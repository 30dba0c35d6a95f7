package org.casus.reader;

import org.casus.codebook.CameoCode;
import org.casus.codebook.Status;

/**
 * Something one mention does to another.
 *
 * @param source the number of the mention that does it, in {@link Reading#mentions}
 * @param target the number of the mention that it is done to, or {@link #NONE}
 * @param trigger the number of the trigger that says so
 * @param mutual true where both do it to each other
 * @param code what it is; its type is never null
 * @param confidence how often such a relation is right, 0 to 1
 */
public record Relation(
        int source, int target, int trigger, boolean mutual, CameoCode code, Status status, double confidence) {
    public static final int NONE = -1;
}
