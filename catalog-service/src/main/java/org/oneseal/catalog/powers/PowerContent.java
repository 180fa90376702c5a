package org.oneseal.catalog.powers;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.items.Authority;
import org.oneseal.catalog.items.LocalCodes;
import org.oneseal.catalog.items.ServiceObject;

/**
 * What a power list says of a power: the editable draft and, unchanged, the published version. A
 * draft may be wrong; {@link PowerChecks} say what is missing.
 *
 * @param itemType two digits (事项类型), one that nobody applies for
 * @param authority by what power the body acts (权力来源、实施主体性质), null only in a draft
 * @param office which part of the body handles it (承办机构), empty where none is named
 * @param extent what of the matter this level does (实施层级及权限), null where it does all of it
 * @param subjects towards whom it is exercised (行政相对人)
 * @param measures what may be done (处罚种类、强制方式、征收项目、检查方式)
 * @param bases the clauses that give the power (设定依据)
 * @param duties what the body must do when it exercises the power (责任事项), in order
 * @param liabilities for what it is held to account (追责情形)
 * @param complaints where one complains (监督投诉方式)
 * @param localCodes what the province calls it, null where only the national codes are used
 */
public record PowerContent(
        String name,
        String itemType,
        @Nullable Authority authority,
        String office,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String extent,
        List<ServiceObject> subjects,
        List<Measure> measures,
        List<Basis> bases,
        List<Duty> duties,
        List<Liability> liabilities,
        String complaints,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable LocalCodes localCodes) {

    public PowerContent {
        subjects = subjects.stream().distinct().sorted().toList();
        measures = List.copyOf(measures);
        bases = List.copyOf(bases);
        duties = List.copyOf(duties);
        liabilities = List.copyOf(liabilities);
    }

    /**
     * Something that may be done.
     *
     * @param kind one of those that the rules know for the type, such as 罚款
     * @param extent how far it goes (幅度), null where the clause alone says it
     */
    public record Measure(
            String kind, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String extent) {}

    /**
     * A clause that gives the power.
     *
     * @param act name of the act
     * @param clause which part of it, such as 第三十七条第一款
     * @param text what the clause says
     */
    public record Basis(String act, Rank rank, String clause, String text) {}

    /** What kind of act it is (效力级别): 法律、行政法规、地方性法规、部门规章、地方政府规章、规范性文件. */
    public enum Rank {
        LAW,
        ADMINISTRATIVE_REGULATION,
        LOCAL_REGULATION,
        DEPARTMENT_RULE,
        LOCAL_RULE,
        NORMATIVE_DOCUMENT
    }

    /**
     * What the body must do in one stage.
     *
     * @param stage one of those that the rules know for the type, such as 立案
     * @param basis clause that says so, null where it is the body's own word
     */
    public record Duty(
            String stage,
            String text,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String basis) {}

    /**
     * A case in which those responsible are held to account.
     *
     * @param basis clause that says so, null where it is the body's own word
     */
    public record Liability(
            String text, @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String basis) {}
}
