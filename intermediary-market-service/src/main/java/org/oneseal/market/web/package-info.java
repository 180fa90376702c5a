/**
 * The HTTP face of the market: applications of institutions, the operators' formal check, and the
 * directory that anybody may read.
 */
@NullMarked
package org.oneseal.market.web;

import org.jspecify.annotations.NullMarked;
