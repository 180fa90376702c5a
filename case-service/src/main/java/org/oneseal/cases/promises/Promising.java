package org.oneseal.cases.promises;

import java.util.List;

/**
 * What an applicant promises with an application.
 *
 * @param materials codes of those that will follow
 * @param textHash of the notice and promise that were read, as the draft gave it
 */
public record Promising(List<String> materials, String textHash) {
    public Promising {
        materials = List.copyOf(materials);
    }
}
