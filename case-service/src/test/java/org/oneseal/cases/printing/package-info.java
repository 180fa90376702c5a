/** Tests of the presses, with other people's readers as judges. */
@NullMarked
package org.oneseal.cases.printing;

import org.jspecify.annotations.NullMarked;
