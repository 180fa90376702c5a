package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Round;
import org.oneseal.market.projects.Terms;

/**
 * A project for its buyer, the operators, and the institutions that may take part.
 *
 * @param draw id of the current draw, whose public page has the rest; null before the announcement
 * @param signedUp whether the caller's institution has signed up
 * @param selected the institution that was drawn
 * @param confirmBy last day for it to confirm, Asia/Shanghai
 * @param contractBy last day to conclude the contract, Asia/Shanghai
 * @param ending why the last round came to nothing
 */
record ProjectView(
        String id,
        long version,
        String region,
        String state,
        String title,
        Terms.Role role,
        String serviceKind,
        String buyer,
        @Nullable String caseId,
        @Nullable String suspension,
        String itemCode,
        @Nullable String material,
        Terms.Fund fund,
        long priceFen,
        int serviceDays,
        List<Terms.Avoided> avoided,
        @Nullable String draw,
        @Nullable Instant closesAt,
        boolean signedUp,
        @Nullable SelectedView selected,
        @Nullable LocalDate confirmBy,
        @Nullable LocalDate contractBy,
        @Nullable ContractView contract,
        @Nullable ResultView result,
        Round.@Nullable Reason ending,
        List<ReasonView> reasons) {

    record SelectedView(String institutionId, String name, String uscc) {}

    record ContractView(String number, long amountFen, LocalDate signedOn, LocalDate dueOn) {}

    record ResultView(Instant deliveredAt, String title, String digest, boolean inTime) {}

    record ReasonView(String code, String text, @Nullable String ground) {}
}
