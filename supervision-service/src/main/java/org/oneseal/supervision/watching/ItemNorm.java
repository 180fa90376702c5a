package org.oneseal.supervision.watching;

import org.jspecify.annotations.Nullable;
import org.oneseal.platform.worktime.TimeLimit;

/** What an item version says about time (法定时限, 承诺时限). */
public record ItemNorm(
        String code, int version, @Nullable TimeLimit legal, @Nullable TimeLimit promised) {}
