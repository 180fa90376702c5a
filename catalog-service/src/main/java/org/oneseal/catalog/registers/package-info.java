/**
 * Registers that editors keep beside the items: words that mean the same (同义词), the names by which
 * people call an item (俗称), questions with their answers (知识库), and the services of intermediaries
 * that an approval may ask for (中介服务事项目录). Each entry belongs to a region and counts there and
 * below, has a version and a chained history, and is withdrawn, never deleted. What they are
 * searched by is built in {@code search}; the items themselves are not kept here.
 */
@NullMarked
package org.oneseal.catalog.registers;

import org.jspecify.annotations.NullMarked;
