package org.oneseal.cases.exchange;

import java.time.Instant;

/**
 * A message that is understood and within what its source may tell.
 *
 * @param sequence gap-free per source case, from 1
 * @param occurredAt the real time of the event
 * @param hash digest over type, time and canonical data, with its algorithm
 * @param payload the data in canonical JSON
 */
record FeedMessage(
        String sourceCase,
        long sequence,
        FeedType type,
        Instant occurredAt,
        String hash,
        String payload,
        Report report) {}
