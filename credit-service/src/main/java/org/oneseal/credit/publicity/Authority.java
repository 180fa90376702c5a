package org.oneseal.credit.publicity;

import org.jspecify.annotations.Nullable;

/** The body in whose name the licence was granted (许可机关). */
public record Authority(String name, @Nullable String uscc) {}
