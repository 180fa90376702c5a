package org.oneseal.credit.listing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text of a notice (告知书): facts, basis, consequences, and the right to be heard. */
final class NoticeText {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

    private NoticeText() {}

    static String of(Listing listing, LocalDate today, LocalDate statementBy) {
        Dossier.Proposal proposal = listing.dossier().proposal();
        return """
        列入%s事先告知书

        %s：
        经查，%s（依据：%s）。根据%s，拟将你（单位）列入%s。列入后将向社会公示，并依法采取以下措施：%s。
        你（单位）有权陈述、申辩，请于%s（含当日）前提出；逾期未提出的，视为放弃该项权利。
        移出条件及救济途径：%s
        %s
        """
                .formatted(
                        listing.rule().name(),
                        listing.subject().name(),
                        proposal.facts(),
                        proposal.ground(),
                        listing.rule().basis(),
                        listing.rule().name(),
                        measures(listing.rule()),
                        DAY.format(statementBy),
                        listing.rule().remedy(),
                        DAY.format(today));
    }

    private static String measures(ListRule rule) {
        return String.join(
                "；",
                rule.measures().stream()
                        .map(m -> name(m.kind()) + "（" + m.ground() + "）")
                        .toList());
    }

    private static String name(String kind) {
        return switch (kind) {
            case "promise-based-filing" -> "不适用告知承诺制和容缺受理";
            case "market-participation" -> "不得参与中介服务超市选取";
            default -> kind;
        };
    }
}
