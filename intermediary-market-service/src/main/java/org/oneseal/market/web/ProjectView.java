package org.oneseal.market.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.oneseal.market.projects.Project;
import org.oneseal.market.projects.ProjectState;
import org.oneseal.market.projects.Round;
import org.oneseal.market.projects.SignUp;
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

    static ProjectView of(Project project, @Nullable String party) {
        Terms terms = project.terms();
        Round round = project.isAnnounced() ? project.round() : null;
        ProjectState state = project.state();
        return new ProjectView(
                project.id(),
                project.chain().sequence(),
                project.region().value(),
                state.label(),
                terms.title(),
                terms.role(),
                terms.serviceKind(),
                project.buyer().name(),
                terms.caseId(),
                terms.suspension(),
                terms.itemCode(),
                terms.material(),
                terms.fund(),
                terms.priceFen(),
                terms.serviceDays(),
                terms.avoided(),
                round == null ? null : round.announced().draw(),
                round == null ? null : round.announced().closesAt(),
                round != null && round.signUps().stream().anyMatch(s -> s.party().equals(party)),
                selected(state.selected()),
                state instanceof ProjectState.Drawn drawn ? drawn.confirmBy() : null,
                state instanceof ProjectState.Confirmed confirmed ? confirmed.contractBy() : null,
                contract(state),
                result(state),
                state instanceof ProjectState.Unsuccessful none ? none.reason() : null,
                state instanceof ProjectState.Returned returned
                        ? returned.reasons().stream()
                                .map(r -> new ReasonView(r.code(), r.text(), r.ground()))
                                .toList()
                        : List.of());
    }

    private static @Nullable SelectedView selected(@Nullable SignUp winner) {
        return winner == null
                ? null
                : new SelectedView(winner.institutionId(), winner.name(), winner.uscc());
    }

    private static @Nullable ContractView contract(ProjectState state) {
        ProjectState.Contract contract =
                switch (state) {
                    case ProjectState.Commissioned commissioned -> commissioned.contract();
                    case ProjectState.Delivered delivered -> delivered.contract();
                    default -> null;
                };
        return contract == null
                ? null
                : new ContractView(
                        contract.number(),
                        contract.amountFen(),
                        contract.signedOn(),
                        contract.dueOn());
    }

    private static @Nullable ResultView result(ProjectState state) {
        if (!(state instanceof ProjectState.Delivered delivered)) return null;
        ProjectState.Delivery delivery = delivered.delivery();
        return new ResultView(
                delivery.at(), delivery.title(), delivery.digest().toString(), delivery.inTime());
    }
}
