/**
 * What comes in from the catalog: item versions and calendars, each a projection that can be
 * emptied and built again from its compacted topic. The records here are our own narrow view of
 * another service's language; what we do not name is ignored.
 */
@NullMarked
package org.oneseal.cases.messaging;

import org.jspecify.annotations.NullMarked;
