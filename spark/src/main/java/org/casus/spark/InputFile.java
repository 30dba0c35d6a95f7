package org.casus.spark;

import java.io.Serializable;

/**
 * A file to be read.
 *
 * @param path with its file system, {@code hdfs://…/crawl.warc.gz}
 * @param length bytes
 * @param modified milliseconds since 1970, as the file system has it
 */
public record InputFile(String path, long length, long modified) implements Serializable {}
