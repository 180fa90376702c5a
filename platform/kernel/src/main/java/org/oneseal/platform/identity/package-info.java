/**
 * Numbers that name people, organisations, matters and certificates, with the check digits of their
 * standards: GB 32100 (unified social credit code), GB 11714 (organisation code), GB 11643 (citizen
 * number), GB/T 39554.1 (implementation code) and GB/T 36901–36906 (electronic certificate).
 *
 * <p>A value of these types is well formed; whether it was ever given to someone is not known here.
 */
@NullMarked
package org.oneseal.platform.identity;

import org.jspecify.annotations.NullMarked;
