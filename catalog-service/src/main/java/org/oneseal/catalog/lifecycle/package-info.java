/**
 * What becomes of a published item: suspended (暂停) it takes no new cases for a while, cancelled
 * (取消) never again, at once or from a planned day on. Running cases go on in either state.
 *
 * <p>What was planned happens by itself when its day begins in Asia/Shanghai, once, and late rather
 * than never after an outage.
 */
@NullMarked
package org.oneseal.catalog.lifecycle;

import org.jspecify.annotations.NullMarked;
