/**
 * Guide (智能导办): questions whose answers say what an applicant needs. An editor writes them into an
 * item or a package; publishing checks them; anyone may answer. Every condition is in one language,
 * which an adapter reads: here it is a {@link Condition} that holds, fails or is open.
 *
 * <p>Nothing here knows items or packages; a {@link GuideSubject} says what a guide may speak of.
 */
@NullMarked
package org.oneseal.catalog.guide;

import org.jspecify.annotations.NullMarked;
