/** Tests of how papers are set. */
@NullMarked
package org.oneseal.cases.papers;

import org.jspecify.annotations.NullMarked;
