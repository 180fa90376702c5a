/**
 * Protection of personal numbers (个人信息保护): encrypted at rest, found by a keyed blind index, masked
 * wherever they are shown (个人信息保护法 art. 51). Who may read one unmasked, for what purpose and with
 * which audit row, is decided by the service that owns it.
 */
@NullMarked
package org.oneseal.platform.protection;

import org.jspecify.annotations.NullMarked;
