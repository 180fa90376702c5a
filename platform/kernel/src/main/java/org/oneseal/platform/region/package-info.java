/**
 * Administrative regions of China by their 12-digit codes (GB/T 2260 for the first six digits, then
 * township and village). Every rule number, calendar and row of the platform belongs to a region;
 * rules are inherited down the tree.
 *
 * <p>Only the shape of a code is known here: names, and which codes exist, are the catalog's data.
 */
@NullMarked
package org.oneseal.platform.region;

import org.jspecify.annotations.NullMarked;
