/** What happens by time: records are opened to the public, listings end. */
@NullMarked
package org.oneseal.credit.schedule;

import org.jspecify.annotations.NullMarked;
