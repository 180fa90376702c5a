/**
 * The Kafka broker's own process: one node that is broker and controller, with a log that lasts.
 * Clients prove themselves by SCRAM and may do what their access rules say, because "writable by
 * that source alone" is a promise to departments and holds on one machine too.
 */
@NullMarked
package org.oneseal.local.broker;

import org.jspecify.annotations.NullMarked;
