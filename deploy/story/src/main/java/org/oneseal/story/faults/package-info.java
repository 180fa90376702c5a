/**
 * Whole lifecycles of cases while parts of the platform are killed: at the counter people go on
 * until they have their answer, somebody else ends processes as a crash would, and at the end it is
 * counted in databases and topics, independently of what the services say of themselves, whether
 * anything was lost, done twice or left half. Used by journeys and by the benchmark.
 */
@NullMarked
package org.oneseal.story.faults;

import org.jspecify.annotations.NullMarked;
