/**
 * Objections: why something asked for is not done, each with its legal ground. A rule returns all
 * of them at once; the web edge turns their codes into text in the reader's language.
 */
@NullMarked
package org.oneseal.platform.objection;

import org.jspecify.annotations.NullMarked;
