/**
 * Evidence that can be checked without us: a hash chain per aggregate over salted commitments, so
 * that personal data can be erased and the proof still holds; receipts that put the chain's head
 * into a person's hand; seals that put all new heads under one signed root which outsiders keep
 * (design 3.6, 3.7).
 *
 * <p>The verification reads an export, receipts, seals kept outside and public keys, and tells
 * every flaw. It knows no database and no framework, so that anyone can run it.
 */
@NullMarked
package org.oneseal.platform.evidence;

import org.jspecify.annotations.NullMarked;
