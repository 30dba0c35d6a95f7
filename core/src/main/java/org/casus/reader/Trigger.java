package org.casus.reader;

import org.casus.codebook.CameoCode;

/**
 * The word or few words that say what happened.
 *
 * @param first its first token
 * @param end the token after its last
 * @param head the verb or noun that governs the rest
 * @param code what it most often means
 */
public record Trigger(int first, int end, int head, CameoCode code) {}
