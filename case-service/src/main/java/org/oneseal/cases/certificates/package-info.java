/**
 * Certificates (电子证照) that a grant yields: their id after GB/T 36902 with its check character,
 * their term, and the code that anybody may scan to see that they are real. The code is random and
 * stored only as a digest and encrypted; what the public sees of the holder is a mask.
 */
@NullMarked
package org.oneseal.cases.certificates;

import org.jspecify.annotations.NullMarked;
