package org.casus.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.casus.feed.Inputs;

/** The files of the inputs, on any file system that Hadoop knows. */
final class Listing {
    private final Configuration configuration;

    Listing(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * Files by their names, and all files of folders that can be read; each once, in the order of the inputs and of their paths.
     *
     * @param inputs files, folders, or patterns such as {@code s3a://crawl/2024-*}
     * @throws FileNotFoundException where an input names nothing
     */
    List<InputFile> of(List<String> inputs) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (String input : inputs) {
            Path path = new Path(input);
            FileSystem system = path.getFileSystem(configuration);
            FileStatus[] found = system.globStatus(path);
            if (found == null || found.length == 0) {
                throw new FileNotFoundException(input + ": no such file or folder");
            }
            List<InputFile> here = new ArrayList<>();
            for (FileStatus status : found) {
                if (status.isFile()) {
                    here.add(file(status));
                } else {
                    below(system, status.getPath(), here);
                }
            }
            here.sort(Comparator.comparing(InputFile::path));
            files.addAll(here);
        }
        return files.stream().distinct().toList();
    }

    private static void below(FileSystem system, Path folder, List<InputFile> files) throws IOException {
        RemoteIterator<LocatedFileStatus> all = system.listFiles(folder, true);
        while (all.hasNext()) {
            FileStatus status = all.next();
            if (Inputs.reads(status.getPath().getName()) && !isHidden(folder, status.getPath())) {
                files.add(file(status));
            }
        }
    }

    /** As everywhere in Hadoop: what is still being written begins with "_" or ".". */
    private static boolean isHidden(Path folder, Path file) {
        for (Path part = file; part != null && !part.equals(folder); part = part.getParent()) {
            if (part.getName().startsWith("_") || part.getName().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static InputFile file(FileStatus status) {
        return new InputFile(status.getPath().toString(), status.getLen(), status.getModificationTime());
    }
}
