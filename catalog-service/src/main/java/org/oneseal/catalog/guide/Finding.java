package org.oneseal.catalog.guide;

import java.util.List;

/**
 * What is known of a determination.
 *
 * @param awaits codes of the questions whose answers may still decide it
 * @param because the answers it rests on so far
 */
public record Finding(
        Determination determination, Verdict verdict, List<String> awaits, List<Reply> because) {}
