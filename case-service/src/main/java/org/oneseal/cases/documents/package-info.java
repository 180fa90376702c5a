/**
 * Documents of a case: what they are, how large, and the digest by which a copy is told from a
 * forgery. The bytes lie in a vault behind a port; what a file claims to be is checked against its
 * content before it is let in.
 */
@NullMarked
package org.oneseal.cases.documents;

import org.jspecify.annotations.NullMarked;
