/**
 * The main job of the platform, told as a story a person can follow: through the front door, with
 * the tokens of the people in it. Knows no service from inside; what it reports it has read from
 * their answers.
 */
@NullMarked
package org.oneseal.story;

import org.jspecify.annotations.NullMarked;
