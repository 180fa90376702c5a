/**
 * The offline verifier of evidence: a citizen, a court or an auditor runs it on an export, with the
 * receipt they were given and the seals that somebody else kept. It asks no server and trusts
 * nothing but the files it is given; what could not be checked for want of a file, it says.
 */
@NullMarked
package org.oneseal.verifier;

import org.jspecify.annotations.NullMarked;
