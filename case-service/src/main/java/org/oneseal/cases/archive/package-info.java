/**
 * The archive (归档): finished cases leave the working table after the months their region says, into
 * partitions by the year they ended. Evidence, certificates and documents stay whole and are found
 * as before; nothing is destroyed by itself (档案法).
 */
@NullMarked
package org.oneseal.cases.archive;

import org.jspecify.annotations.NullMarked;
