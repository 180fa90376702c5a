/**
 * The service's keys at run time: loaded once from the folder that the operator names, handed out
 * as key ring, field cipher and blind index. What they do stands in the kernel.
 */
@NullMarked
package org.oneseal.platform.vault;

import org.jspecify.annotations.NullMarked;
