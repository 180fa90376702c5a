/** Projects without Spring: every act in every state, and what the clock makes of them. */
@NullMarked
package org.oneseal.market.projects;

import org.jspecify.annotations.NullMarked;
