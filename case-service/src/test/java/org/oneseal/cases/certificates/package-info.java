/** Tests of what may become of a certificate. */
@NullMarked
package org.oneseal.cases.certificates;

import org.jspecify.annotations.NullMarked;
