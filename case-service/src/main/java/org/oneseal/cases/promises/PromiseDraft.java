package org.oneseal.cases.promises;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.oneseal.cases.handling.Case;
import org.oneseal.cases.handling.CaseFact;
import org.oneseal.cases.items.ItemVersion;
import org.oneseal.platform.crypto.Digest;
import org.oneseal.platform.worktime.WorkCalendar;

/**
 * The notice (告知书) and the promise (承诺书) as they would be made on a day, before anybody promises.
 *
 * @param textHash SM3 over notice, an empty line and promise in UTF-8
 */
public record PromiseDraft(
        String notice,
        String promise,
        String textHash,
        List<CaseFact.PromisedMaterial> materials,
        String ground) {

    private static final String ALGORITHM = "SM3";

    public PromiseDraft {
        materials = List.copyOf(materials);
    }

    static PromiseDraft of(
            ItemVersion item,
            List<ItemVersion.Material> following,
            PromiseRule rule,
            String applicant,
            WorkCalendar calendar,
            Instant now) {
        LocalDate due = calendar.due(now, rule.limit()).day();
        List<CaseFact.PromisedMaterial> materials =
                following.stream()
                        .map(m -> new CaseFact.PromisedMaterial(m.code(), m.name(), due))
                        .toList();
        var text = new PromiseText(item, applicant, materials, rule, Case.dayOf(now));
        String notice = text.notice();
        String promise = text.promise();
        return new PromiseDraft(
                notice, promise, hash(notice, promise), materials, rule.legalGround());
    }

    public static String hash(String notice, String promise) {
        byte[] text = (notice + "\n\n" + promise).getBytes(StandardCharsets.UTF_8);
        return Digest.of(ALGORITHM, text).toString();
    }

    CaseFact.Promised promised(String promiseId, CaseFact.Stamp stamp) {
        return new CaseFact.Promised(
                stamp, promiseId, notice, promise, textHash, materials, ground);
    }
}
