/** What every HTTP interface of the platform has in common. */
@NullMarked
package org.oneseal.platform.web;

import org.jspecify.annotations.NullMarked;
