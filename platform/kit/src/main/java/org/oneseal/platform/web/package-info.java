/**
 * What every HTTP interface of the platform has in common: problem details with all objections,
 * idempotent posts, expected versions, keyset pages. Knows no business noun.
 */
@NullMarked
package org.oneseal.platform.web;

import org.jspecify.annotations.NullMarked;
