package org.oneseal.market.admission;

import org.jspecify.annotations.Nullable;

/**
 * A service type of the directory (中介服务事项指导目录).
 *
 * @param qualification type of qualification that is needed, null where none is
 * @param practitioners how many practitioners with a valid certificate are needed
 * @param legalBasis law that lets an approval ask for it
 */
public record ServiceType(
        String code,
        String name,
        @Nullable String qualification,
        int practitioners,
        String legalBasis) {}
