/**
 * Where the time comes from: one {@link java.time.InstantSource} a process, never the database's
 * clock. Rules take time as an argument and must not depend on this package.
 */
@NullMarked
package org.oneseal.platform.time;

import org.jspecify.annotations.NullMarked;
