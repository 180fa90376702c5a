/**
 * Digests, signatures, ciphertexts and keyed digests that carry their algorithm and key, in two
 * profiles: {@code cn} with the national algorithms 国密 (SM2, SM3, SM4; GM/T 0002, 0003, 0004) and
 * {@code intl}. What was written under one profile stays readable under the other.
 *
 * <p>Keys live in a folder, older ones beside the current one; no provider is registered with the
 * JVM, so two profiles work in one process.
 */
@NullMarked
package org.oneseal.platform.crypto;

import org.jspecify.annotations.NullMarked;
