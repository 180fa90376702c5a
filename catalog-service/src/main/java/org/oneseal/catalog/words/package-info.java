/**
 * Words as people type them: folded so that width, case and spaces make no difference, cut into
 * characters and pairs (Chinese has no spaces to cut at), and read aloud (拼音) so that letters find
 * characters. Pure; knows neither items nor tables.
 */
@NullMarked
package org.oneseal.catalog.words;

import org.jspecify.annotations.NullMarked;
