/**
 * The chapters of the story, each a job somebody really has: a district sets itself up, a firm gets
 * its environmental approval, a department's log is supervised.
 */
@NullMarked
package org.oneseal.story.chapters;

import org.jspecify.annotations.NullMarked;
