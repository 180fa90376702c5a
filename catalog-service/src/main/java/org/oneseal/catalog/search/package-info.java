/**
 * Search (搜索即服务): a newcomer types what they would say, and finds items, guides, packages and
 * answers in one list, each with the reason why it is there. Characters, the letters of their
 * reading, their initials, words that mean the same, and words that sound the same all find.
 * Whatever is found is put here by whoever publishes it, in the transaction that publishes it;
 * nothing here is a source of truth, and everything can be built again.
 */
@NullMarked
package org.oneseal.catalog.search;

import org.jspecify.annotations.NullMarked;
