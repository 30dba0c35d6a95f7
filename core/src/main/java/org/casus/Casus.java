package org.casus;

import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.casus.actor.ActorBook;
import org.casus.actor.ActorIndex;
import org.casus.actor.ActorResolver;
import org.casus.actor.BookNames;
import org.casus.codebook.Codebook;
import org.casus.codebook.TriggerLexicon;
import org.casus.data.DataException;
import org.casus.event.EventAssembler;
import org.casus.place.Gazetteer;
import org.casus.reader.LearnedReader;
import org.casus.reader.ModelFile;
import org.casus.text.TextSplitter;
import org.casus.time.TimeFinder;

/**
 * The front door: everything that comes with the program, put together.
 *
 * <pre>{@code
 * Casus casus = Casus.load();
 * for (Event event : casus.coder().code(article).events()) {
 *     System.out.println(event.source().country() + " " + event.type() + " " + event.target());
 * }
 * }</pre>
 *
 * Loading takes about a second; load once and share.
 */
public final class Casus {
    private final Codebook codebook;
    private final TriggerLexicon lexicon;
    private final ActorBook book;
    private final TextSplitter splitter;
    private final ActorResolver resolver;
    private final LearnedReader reader;
    private final Coder coder;
    private final Supplier<CoderVersion> version;

    private Casus(
            Codebook codebook,
            TriggerLexicon lexicon,
            ActorBook book,
            ActorIndex index,
            TextSplitter splitter,
            Gazetteer gazetteer,
            ModelFile model,
            Supplier<CoderVersion> version) {
        this.codebook = codebook;
        this.lexicon = lexicon;
        this.book = book;
        this.splitter = splitter;
        this.resolver = new ActorResolver(index, splitter, gazetteer);
        this.reader = new LearnedReader(model, codebook, lexicon, new BookNames(index));
        this.version = version;
        this.coder =
                new Coder(splitter, reader, new EventAssembler(codebook, index, resolver, new TimeFinder(), gazetteer));
    }

    /** Loads codebook, lexicon, actor book and models; {@link DataException} when one is missing or wrong. */
    public static Casus load() {
        return load(OwnData.NONE);
    }

    /** The same with data of a user's own. */
    public static Casus load(OwnData own) {
        Path modelFile = own.model();
        // the actor book is the largest part: everything else loads beside it
        CompletableFuture<ModelFile> model =
                CompletableFuture.supplyAsync(() -> modelFile == null ? ModelFile.bundled() : ModelFile.at(modelFile));
        CompletableFuture<TextSplitter> splitter = CompletableFuture.supplyAsync(TextSplitter::new);
        CompletableFuture<Gazetteer> gazetteer = CompletableFuture.supplyAsync(Gazetteer::bundled);
        CompletableFuture<Codebook> codebook = CompletableFuture.supplyAsync(Codebook::bundled);
        CompletableFuture<TriggerLexicon> lexicon =
                codebook.thenApply(codes -> TriggerLexicon.with(codes, own.triggers()));
        ActorBook book = ActorBook.with(own.actors());
        ActorIndex index = new ActorIndex(book);
        try {
            String reader = model.join().fingerprint();
            return new Casus(
                    codebook.join(),
                    lexicon.join(),
                    book,
                    index,
                    splitter.join(),
                    gazetteer.join(),
                    model.join(),
                    () -> CoderVersion.of(reader, own));
        } catch (CompletionException e) {
            throw e.getCause() instanceof DataException wrong ? wrong : e;
        }
    }

    public Coder coder() {
        return coder;
    }

    /** What a store writes beside the events; takes a tenth of a second. */
    public CoderVersion version() {
        return version.get();
    }

    public Codebook codebook() {
        return codebook;
    }

    public TriggerLexicon lexicon() {
        return lexicon;
    }

    public ActorBook actorBook() {
        return book;
    }

    /** Tells who a phrase stands for. */
    public ActorResolver resolver() {
        return resolver;
    }

    /** Sentences and tokens. */
    public TextSplitter splitter() {
        return splitter;
    }

    public LearnedReader reader() {
        return reader;
    }
}
