package org.oneseal.credit.events;

import java.util.List;

/**
 * Fields of a publicity record were wrong and are corrected; the record goes on under its clock.
 *
 * @param fields names of the national standard, such as XK_YXQZI
 */
public record RecordCorrected(
        RecordReference record, List<String> fields, String reason, boolean wasPublished)
        implements CreditEvent {

    public RecordCorrected {
        fields = List.copyOf(fields);
    }

    @Override
    public String type() {
        return "credit.record-corrected";
    }
}
