/**
 * The HTTP face of this service: parties, mandates, cases and what is done to them, certificates
 * and their public verification. Bodies and views are shapes only; every rule is asked of the
 * features. Who calls, and for whom, is settled here from the token and the mandates, per request.
 */
@NullMarked
package org.oneseal.cases.web;

import org.jspecify.annotations.NullMarked;
