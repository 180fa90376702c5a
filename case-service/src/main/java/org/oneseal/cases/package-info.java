/** How an application is handled, from the filing to the certificate. */
@NullMarked
package org.oneseal.cases;

import org.jspecify.annotations.NullMarked;
