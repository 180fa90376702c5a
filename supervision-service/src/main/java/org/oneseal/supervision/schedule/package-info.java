/**
 * The sweep's beat: what crosses its threshold now is looked for every moment, on every replica.
 */
@NullMarked
package org.oneseal.supervision.schedule;

import org.jspecify.annotations.NullMarked;
