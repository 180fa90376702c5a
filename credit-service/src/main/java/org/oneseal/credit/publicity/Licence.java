package org.oneseal.credit.publicity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the public is told of a granted licence: the licence part of the two kinds of publicity.
 *
 * @param document title of the decision (决定文书名称)
 * @param kind 许可类别: 普通, 特许, 认可, 核准, 登记 or 其他
 * @param content what is permitted (许可内容)
 * @param decidedOn date in Asia/Shanghai, the start of the publicity clock
 * @param validTo null means without end
 * @param legalRepresentative 法定代表人 of an organisation, where it was entered
 */
public record Licence(
        String caseId,
        String caseNumber,
        @Nullable String itemCode,
        Subject subject,
        String document,
        String decisionNumber,
        String kind,
        @Nullable String certificateName,
        @Nullable String certificateNumber,
        String content,
        LocalDate decidedOn,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        Authority authority,
        @Nullable String remark,
        @Nullable String legalRepresentative) {}
