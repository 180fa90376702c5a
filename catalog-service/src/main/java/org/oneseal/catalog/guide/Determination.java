package org.oneseal.catalog.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A rule of a guide: where the condition holds, the effect follows.
 *
 * @param ground law or notice, null where plain sense is enough; a refusal needs one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Determination(String code, String when, Effect effect, @Nullable String ground) {}
