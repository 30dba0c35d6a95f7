package org.casus;

import java.util.List;
import org.casus.data.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * What made an event: the same article through the same version gives the same events.
 *
 * @param program the version of the program; "unknown" where it does not run from its jar
 * @param model a fingerprint of the reader's model; so for the rest
 * @param codebook CAMEO, PLOVER and triggers, the user's own among them
 * @param actors the actor book, the user's own rows among them
 * @param places gazetteer and named periods
 */
public record CoderVersion(String program, String model, String codebook, String actors, String places) {

    static CoderVersion of(String model, OwnData own) {
        String codebook = new Fingerprint()
                .resources(
                        "/org/casus/codebook/",
                        "cameo.tsv",
                        "contexts.tsv",
                        "irregular.tsv",
                        "modes.tsv",
                        "plover.tsv",
                        "triggers.tsv")
                .files(own.triggers())
                .digits();
        String actors = new Fingerprint()
                .resources(
                        "/org/casus/actor/",
                        "countries.tsv",
                        "generic-roles.tsv",
                        "groups.tsv",
                        "nonactors.tsv",
                        "organisations.tsv",
                        "people.tsv",
                        "roles.tsv")
                .files(own.actors())
                .digits();
        String places = new Fingerprint()
                .resources(
                        "/org/casus/place/",
                        "cities.tsv",
                        "countries.tsv",
                        "provinces.tsv",
                        "regions.tsv",
                        "spellings.tsv")
                .resources("/org/casus/time/", "periods.tsv")
                .digits();
        return new CoderVersion(programVersion(), model, codebook, actors, places);
    }

    private static String programVersion() {
        @Nullable String version = CoderVersion.class.getPackage().getImplementationVersion();
        return version == null ? "unknown" : version;
    }

    /** All of it in 16 hexadecimal digits. */
    public String digits() {
        Fingerprint all = new Fingerprint();
        List.of(program, model, codebook, actors, places).forEach(all::add);
        return all.digits();
    }
}
