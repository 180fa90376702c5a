/**
 * Administrative regions (行政区划) as the ministry lists them: who lies in whom. The list comes with
 * the service and is loaded at its first start; everything else in the platform hangs on its codes.
 *
 * <p>Knows no item and no calendar.
 */
@NullMarked
package org.oneseal.catalog.regions;

import org.jspecify.annotations.NullMarked;
