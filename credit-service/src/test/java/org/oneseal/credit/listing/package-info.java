/** Rules, terms and acts of listings, without Spring. */
@NullMarked
package org.oneseal.credit.listing;

import org.jspecify.annotations.NullMarked;
