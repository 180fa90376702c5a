/**
 * Reads conditions of guides written in CEL (Common Expression Language): parses, walks the tree,
 * checks the types and judges. The only place that knows the language's library.
 *
 * <p>A part of the language only: no macros and so no loops, no conversions, no patterns, no
 * division; nothing that can go on for long or fail while it runs.
 */
@NullMarked
package org.oneseal.catalog.cel;

import org.jspecify.annotations.NullMarked;
