/**
 * Measures what users and departments notice, through the gateway and with real tokens: whole
 * lifecycles of cases, lists at every privilege level, bursts, the time until supervision has seen
 * a commit; and beside it, in the same PostgreSQL, the floor that plain JDBC reaches. Latencies are
 * kept in HDR histograms. Nothing here judges: what must be reached stands in the report.
 */
@NullMarked
package org.oneseal.benchmark.measure;

import org.jspecify.annotations.NullMarked;
