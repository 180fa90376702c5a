package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an implementation list says of an item beside what a case is handled by.
 *
 * @param scope whom and what it is for (适用范围), null where the conditions say it
 * @param legalLimitNote how the statutory limit counts (法定办结时限说明)
 * @param promisedLimitNote how the promised limit counts (承诺办结时限说明)
 * @param handlingItem code of the handling item (业务办理项编码), such as a renewal
 * @param bodyKinds which legal persons it is for, none for all of them
 * @param personTopics where people look for it (自然人主题分类)
 * @param legalTopics where companies look for it (法人主题分类)
 * @param jointBodies who handles it as well (联办机构)
 * @param hall whether it is taken in at the hall (进驻大厅)
 * @param signOnPc whether the account of the national platform is enough on a computer (单点登录)
 * @param signOnApp the same on a telephone
 * @param preWork what is done before or apart from the application; none is not written, so that
 *     what was hashed before keeps its digest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Particulars(
        @Nullable String scope,
        @Nullable String legalLimitNote,
        @Nullable String promisedLimitNote,
        @Nullable String handlingItem,
        List<BodyKind> bodyKinds,
        List<String> personTopics,
        List<String> legalTopics,
        List<String> jointBodies,
        boolean hall,
        boolean signOnPc,
        boolean signOnApp,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PreWork> preWork) {

    /** 企业法人、事业法人、社会组织法人、非法人企业、行政机关、其他组织. */
    public enum BodyKind {
        ENTERPRISE,
        PUBLIC_INSTITUTION,
        SOCIAL_ORGANISATION,
        UNINCORPORATED,
        ADMINISTRATION,
        OTHER
    }

    public Particulars {
        bodyKinds = orEmpty(bodyKinds).stream().distinct().sorted().toList();
        personTopics = orEmpty(personTopics).stream().distinct().toList();
        legalTopics = orEmpty(legalTopics).stream().distinct().toList();
        jointBodies = orEmpty(jointBodies).stream().distinct().toList();
        preWork = orEmpty(preWork).stream().distinct().sorted().toList();
    }

    /** What is left out is none. */
    private static <T> List<T> orEmpty(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
