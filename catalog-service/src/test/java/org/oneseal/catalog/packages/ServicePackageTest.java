package org.oneseal.catalog.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.oneseal.catalog.packages.PackageSamples.content;
import static org.oneseal.catalog.packages.PackageSamples.member;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.oneseal.catalog.items.VersionPhase;
import org.oneseal.catalog.packages.PackageOutcome.Done;
import org.oneseal.catalog.reviewing.Review;
import org.oneseal.catalog.reviewing.ReviewRule;
import org.oneseal.catalog.reviewing.Verdict;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

class ServicePackageTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final ReviewRule ONE_ACT = new ReviewRule(false);
    private static final PackageDigests DIGESTS =
            new PackageDigests() {
                @Override
                public String of(PackageContent content) {
                    return "SM3:" + content.hashCode();
                }

                @Override
                public JsonNode tree(PackageContent content) {
                    return JsonNodeFactory.instance.objectNode();
                }
            };

    @Test
    void whatIsWrongWithTheDayIsToldBesideWhatIsWrongWithTheDraft() {
        ServicePackage published = publish(begun(), DAY.plusDays(3), DAY);
        assertThat(codes(edited(published, 0), DAY.minusDays(1), Objection.of("x")))
                .containsExactly(
                        "x",
                        "effective-in-the-past",
                        "effective-before-last-version",
                        "package-unchanged");
        assertThat(codes(edited(published, 1), DAY.plusDays(3))).isEmpty();
    }

    @Test
    void aPackageDoesOnlyWhatItsStateAllows() {
        ServicePackage draft = begun();
        assertThat(code(draft.withdraw("x"))).isEqualTo("package-never-published");
        assertThat(code(draft.discardDraft(DIGESTS))).isEqualTo("package-never-published");
        assertThat(code(draft.takeEffect(DAY))).isEqualTo("package-takes-nothing");
        ServicePackage published = publish(draft, DAY, DAY);
        assertThat(code(published.discardDraft(DIGESTS))).isEqualTo("package-without-draft");
        assertThat(code(published.publish(List.of(), ONE_ACT, DIGESTS, DAY, DAY, Instant.EPOCH)))
                .isEqualTo("package-without-draft");
        assertThat(code(published.withdraw(" "))).isEqualTo("reason-missing");
        ServicePackage withdrawn = done(published.withdraw("x"));
        assertThat(withdrawn.offered(DAY)).isEmpty();
        assertThat(withdrawn.nextSwitch()).isEmpty();
        assertThat(code(withdrawn.withdraw("x"))).isEqualTo("package-withdrawn");
        assertThat(code(withdrawn.edit(numbered(9), DIGESTS))).isEqualTo("package-withdrawn");
        assertThat(code(withdrawn.publish(List.of(), ONE_ACT, DIGESTS, DAY, DAY, Instant.EPOCH)))
                .isEqualTo("package-withdrawn");
    }

    @Test
    void aReviewSpeaksOfOneTextAndGoesWithIt() {
        ReviewRule two = new ReviewRule(true);
        ServicePackage draft = begun();
        assertThat(code(draft.publish(List.of(), two, DIGESTS, DAY, DAY, Instant.EPOCH)))
                .isEqualTo("draft-not-checked");
        assertThat(codes(reviewed(draft, true, true, two))).containsExactly("same-person");
        ServicePackage checked = done(reviewed(draft, true, false, two));
        assertThat(code(checked.publish(List.of(), two, DIGESTS, DAY, DAY, Instant.EPOCH)))
                .isEmpty();
        assertThat(edited(checked, 1).review()).isNull();
        ServicePackage published = publish(checked, DAY, DAY);
        assertThat(published.review()).isNull();
        assertThat(code(reviewed(published, true, false, two))).isEqualTo("package-without-draft");
        assertThat(code(reviewed(edited(published, 0), true, false, two)))
                .isEqualTo("package-unchanged");
        ServicePackage back = done(reviewed(edited(published, 1), false, false, ONE_ACT));
        assertThat(back.review()).extracting(Review::reason).isEqualTo("x");
        assertThat(code(back.publish(List.of(), ONE_ACT, DIGESTS, DAY, DAY, Instant.EPOCH)))
                .isEqualTo("draft-rejected");
        assertThat(done(back.discardDraft(DIGESTS)).review()).isNull();
        ServicePackage withdrawn = done(back.withdraw("y"));
        assertThat(withdrawn.review()).isNull();
        assertThat(code(reviewed(withdrawn, true, false, two))).isEqualTo("package-withdrawn");
    }

    private static PackageOutcome reviewed(
            ServicePackage of, boolean passed, boolean own, ReviewRule rule) {
        Verdict verdict = new Verdict(passed, passed ? null : "x", "reviewer", own, Instant.EPOCH);
        return of.review(verdict, rule, List.of(), DIGESTS);
    }

    /** Against a table of the days on which something was published. */
    @Test
    void theVersionOfADayIsThatOfTheReferenceHoweverItWasPlanned() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            ServicePackage at = begun();
            TreeMap<LocalDate, Integer> from = new TreeMap<>();
            LocalDate today = DAY;
            LocalDate last = DAY;
            int number = 0;
            for (int step = 0; step < 30; step++) {
                if (random.nextInt(3) == 0) {
                    LocalDate day = last.isBefore(today) ? today : last;
                    last = day.plusDays(random.nextInt(5));
                    at = publish(edited(at, ++number), last, today);
                    from.put(last, number);
                } else {
                    today = today.plusDays(1);
                    if (at.takeEffect(today) instanceof Done(var switched, _)) at = switched;
                }
                for (int ahead = -3; ahead < 8; ahead++) {
                    LocalDate day = today.plusDays(ahead);
                    var expected = from.floorEntry(day);
                    assertThat(at.offered(day).map(PackageVersion::number).orElse(0))
                            .as("seed %s on %s", seed, day)
                            .isEqualTo(expected == null ? 0 : expected.getValue());
                }
                var now = from.floorEntry(today);
                assertThat(at.governing())
                        .as("seed %s: governing on %s", seed, today)
                        .isEqualTo(now == null ? 0 : now.getValue());
                for (PackageVersion version : at.versions()) {
                    VersionPhase phase =
                            version.number() > at.governing()
                                    ? VersionPhase.PLANNED
                                    : version.number() == at.governing()
                                            ? VersionPhase.GOVERNING
                                            : VersionPhase.SUPERSEDED;
                    assertThat(at.phase(version)).isEqualTo(phase);
                }
            }
        }
    }

    private static ServicePackage begun() {
        return ServicePackage.begin(
                        "431103-x",
                        new RegionCode("431103000000"),
                        "431103-WJ",
                        numbered(0),
                        DIGESTS)
                .servicePackage();
    }

    private static PackageContent numbered(int number) {
        return content(List.of(), member("i" + number, null));
    }

    private static ServicePackage edited(ServicePackage of, int number) {
        return done(of.edit(numbered(number), DIGESTS));
    }

    private static ServicePackage publish(ServicePackage of, LocalDate from, LocalDate today) {
        return done(of.publish(List.of(), ONE_ACT, DIGESTS, from, today, Instant.EPOCH));
    }

    private static ServicePackage done(PackageOutcome outcome) {
        return switch (outcome) {
            case Done(var done, _) -> done;
            case PackageOutcome.Objected(var objections) ->
                    throw new AssertionError(objections.toString());
            case PackageOutcome.NotNow(var objections) ->
                    throw new AssertionError(objections.toString());
        };
    }

    private static List<String> codes(ServicePackage of, LocalDate from, Objection... checked) {
        return codes(of.publish(List.of(checked), ONE_ACT, DIGESTS, from, DAY, Instant.EPOCH));
    }

    private static String code(PackageOutcome outcome) {
        return String.join(" ", codes(outcome));
    }

    private static List<String> codes(PackageOutcome outcome) {
        return switch (outcome) {
            case Done _ -> List.of();
            case PackageOutcome.Objected(var objections) ->
                    objections.stream().map(Objection::code).toList();
            case PackageOutcome.NotNow(var objections) ->
                    objections.stream().map(Objection::code).toList();
        };
    }
}
