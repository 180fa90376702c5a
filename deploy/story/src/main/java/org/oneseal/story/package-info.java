/** The main job of the platform, told as a story. */
@NullMarked
package org.oneseal.story;

import org.jspecify.annotations.NullMarked;
