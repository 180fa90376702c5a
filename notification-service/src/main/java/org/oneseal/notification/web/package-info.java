/**
 * The HTTP face of notification: the reader's own inbox in the reader's language, and templates for
 * platform operators.
 */
@NullMarked
package org.oneseal.notification.web;

import org.jspecify.annotations.NullMarked;
