package org.casus.codebook;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One CAMEO event code and what PLOVER makes of it.
 *
 * @param code two to four digits, "043"
 * @param parent the code one level up, "04"; null for the 20 roots
 * @param goldstein the Goldstein scale of the code, −10 to +10 (CAMEO manual, appendix)
 * @param type PLOVER's type; null for 01, bare statements, that PLOVER does not code
 * @param mode PLOVER's mode, or null
 * @param contexts PLOVER's contexts, may be empty
 */
public record CameoCode(
        String code,
        String name,
        @Nullable String parent,
        double goldstein,
        @Nullable EventType type,
        @Nullable String mode,
        List<String> contexts) {
    public CameoCode {
        contexts = List.copyOf(contexts);
    }

    /** The first two digits, "04". */
    public String root() {
        return code.substring(0, 2);
    }
}
