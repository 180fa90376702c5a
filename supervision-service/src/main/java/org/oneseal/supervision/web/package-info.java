/**
 * The HTTP face: cards, watches, indicators and the live cockpit, each within the caller's scope.
 */
@NullMarked
package org.oneseal.supervision.web;

import org.jspecify.annotations.NullMarked;
