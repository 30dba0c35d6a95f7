package org.casus;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Data of a user's own, in place of the program's or before them.
 *
 * <pre>{@code
 * Casus.load(OwnData.NONE.withActors(List.of(Path.of("our-people.tsv"))));
 * }</pre>
 *
 * @param model a reader's model; null: the one that comes with the program
 * @param actors tables as {@link org.casus.actor.ActorBook#with} takes them
 * @param triggers tables as {@link org.casus.codebook.TriggerLexicon#with} takes them
 */
public record OwnData(@Nullable Path model, List<Path> actors, List<Path> triggers) {
    /** None. */
    public static final OwnData NONE = new OwnData(null, List.of(), List.of());

    public OwnData {
        actors = List.copyOf(actors);
        triggers = List.copyOf(triggers);
    }

    public OwnData withActors(List<Path> files) {
        return new OwnData(model, files, triggers);
    }
}
