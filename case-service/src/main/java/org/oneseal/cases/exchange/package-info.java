/**
 * Exchange with department systems (数据交换): a department's own system tells what happened to its
 * cases, with the real time of each event, and the case appears here without anyone keying it in a
 * second time (二次录入). Sources are registered by an operator. A message is known by source, source
 * case and sequence; repeated ones change nothing, contradicting ones go to a queue, early ones
 * wait for their predecessor, and what cannot be taken is kept with its reason. No rule of ours
 * refuses what has happened, and no timer decides on a fed case; what is odd is told as a finding.
 * Must not depend on how messages come in or where they are kept.
 */
@NullMarked
package org.oneseal.cases.exchange;

import org.jspecify.annotations.NullMarked;
