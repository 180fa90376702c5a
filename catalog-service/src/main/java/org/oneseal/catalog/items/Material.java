package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A material that an applicant hands in (申请材料).
 *
 * @param core belongs to the conditions that no promise replaces (核心要件)
 * @param basis law that allows asking for it, null where it goes without saying
 * @param intermediaryService code of the directory's service that produces it, null for others
 * @param certificateType type of the certificate that replaces it, null where none does
 * @param standard what it must show to be accepted (受理标准), null where it goes without saying
 * @param blankForm null where there is none to fill in
 * @param sample null without
 * @param original which of them is handed in on paper (材料类型), null where either will do
 * @param specification size and kind (规格), null where any will do
 * @param sourceNote where exactly it comes from (来源渠道说明), null where the source says it
 * @param filling what whoever fills it in should know (填报须知), null without
 * @param resource code of the data resource that supplies it, null where none does
 */
public record Material(
        String code,
        String name,
        Necessity necessity,
        boolean core,
        Form form,
        int copies,
        Source source,
        @Nullable String basis,
        @Nullable String intermediaryService,
        @Nullable String certificateType,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String standard,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FormFile blankForm,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FormFile sample,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Original original,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String specification,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String sourceNote,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String filling,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String resource) {

    /** Whether it must be there (必要性); tolerated ones may come after acceptance (容缺). */
    public enum Necessity {
        REQUIRED,
        OPTIONAL,
        TOLERATED
    }

    /** 纸质, 电子 or either. */
    public enum Form {
        PAPER,
        ELECTRONIC,
        BOTH
    }

    /** 原件, 复印件, or both. */
    public enum Original {
        ORIGINAL,
        COPY,
        BOTH
    }

    /** Where it comes from (来源渠道). */
    public enum Source {
        APPLICANT,
        GOVERNMENT,
        INTERMEDIARY,
        OTHER
    }
}
