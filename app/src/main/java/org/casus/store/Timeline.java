package org.casus.store;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Events counted over time.
 *
 * @param buckets labels of the steps, without a gap
 * @param counts for each series a number a step
 * @param goldstein the mean of the Goldstein scores a step; null where nothing happened
 * @param coarser how many events are dated less exactly than a step, and so stand in none
 * @param undated how many have no date at all
 */
public record Timeline(
        Bucket by,
        Series series,
        List<String> buckets,
        Map<String, List<Long>> counts,
        List<@Nullable Double> goldstein,
        long coarser,
        long undated) {}
