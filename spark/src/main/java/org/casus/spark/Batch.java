package org.casus.spark;

import java.util.List;

/**
 * A part of a run that is done or not done: what a killed run has finished of them, the next one passes over.
 *
 * @param id {@code b} and 16 hexadecimal digits, made from what is read and by whom it is coded: the same batch has the same id in every run
 * @param run the run's id, likewise
 * @param reading how the files are read
 * @param files in their order; none where the articles come from elsewhere
 */
public record Batch(String id, String run, Reading reading, List<InputFile> files) {
    public Batch {
        files = List.copyOf(files);
    }

    long bytes() {
        return files.stream().mapToLong(InputFile::length).sum();
    }
}
