/**
 * Co-signing (会签): several officers of the department say whether they agree, all of them, any one
 * or a part. Nothing is decided while it is open, and nothing is granted that failed; whoever asks
 * does not sign. Other departments are asked by {@code consultation}.
 */
@NullMarked
package org.oneseal.cases.cosign;

import org.jspecify.annotations.NullMarked;
