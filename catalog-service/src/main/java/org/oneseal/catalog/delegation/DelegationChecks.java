package org.oneseal.catalog.delegation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.oneseal.catalog.delegation.Resolver.Holding;
import org.oneseal.catalog.departments.Department;
import org.oneseal.catalog.items.ItemStatus;
import org.oneseal.catalog.items.ItemSummary;
import org.oneseal.platform.objection.Objection;
import org.oneseal.platform.region.RegionCode;

/**
 * All that may stand against an act of delegation, asked at once.
 *
 * @param rule of its kind
 * @param editor region within which the editor edits
 * @param known the items meant, by code
 * @param grants every grant of these items
 */
record DelegationChecks(
        GrantCommand command,
        DelegationRule rule,
        Department receiver,
        RegionCode area,
        RegionCode editor,
        Map<String, ItemSummary> known,
        List<Grant> grants,
        DelegationRuleBook ruleBook,
        LocalDate today) {

    private static final Pattern DIGEST = Pattern.compile("(SM3|SHA-256):[0-9a-f]{64}");

    /**
     * Objections to the act as a whole.
     *
     * @param rule null where none is known for the day
     */
    static List<Objection> ofAct(
            GrantCommand command, @Nullable DelegationRule rule, LocalDate today) {
        List<Objection> objections = new ArrayList<>();
        if (rule != null && rule.groundNeeded() && blank(command.ground())) {
            objections.add(
                    Objection.of("delegation-ground-missing")
                            .withGround(rule.legalGround())
                            .at("/ground"));
        }
        LocalDate until = command.validTo();
        if (until != null && !until.isAfter(command.validFrom())) {
            objections.add(Objection.of("validity-reversed", until.toString()).at("/validTo"));
        } else if (until != null && !until.isAfter(today)) {
            objections.add(Objection.of("validity-over", until.toString()).at("/validTo"));
        }
        ofLetter(command, rule, objections);
        return objections;
    }

    private static void ofLetter(
            GrantCommand command, @Nullable DelegationRule rule, List<Objection> objections) {
        Letter letter = command.letter();
        if (letter == null) {
            if (rule != null && rule.letterNeeded()) {
                objections.add(
                        Objection.of("letter-missing")
                                .withGround(rule.legalGround())
                                .at("/letter"));
            }
            return;
        }
        if (letter.number().isBlank()) {
            objections.add(Objection.of("letter-without-number").at("/letter/number"));
        }
        if (letter.signedOn().isAfter(command.validFrom())) {
            objections.add(
                    Objection.of("letter-signed-later", letter.signedOn().toString())
                            .at("/letter/signedOn"));
        }
        if (!DIGEST.matcher(letter.digest()).matches()) {
            objections.add(Objection.of("letter-digest-invalid").at("/letter/digest"));
        }
    }

    /** Objections to an item whoever is to receive it. */
    static List<Objection> standing(String code, @Nullable ItemSummary item, RegionCode editor) {
        if (item == null) return List.of(Objection.of("item-unknown", code));
        List<Objection> objections = new ArrayList<>();
        if (item.latest() == 0) objections.add(Objection.of("item-never-published", code));
        if (item.status() == ItemStatus.CANCELLED) {
            objections.add(Objection.of("item-cancelled", code));
        }
        if (!editor.contains(new RegionCode(item.region()))) {
            objections.add(Objection.of("item-outside-editor", code));
        }
        return objections;
    }

    /** Objections to one item of it. */
    List<Objection> ofItem(String code) {
        ItemSummary item = known.get(code);
        List<Objection> objections = new ArrayList<>(standing(code, item, editor));
        if (item == null) return objections;
        RegionCode region = new RegionCode(item.region());
        if (!region.contains(area)) {
            objections.add(Objection.of("area-outside-item", area.value(), code));
        }
        ofHands(item, objections);
        return objections;
    }

    private void ofHands(ItemSummary item, List<Objection> objections) {
        String giver = giver(item);
        if (giver.equals(receiver.code()) || item.department().equals(receiver.code())) {
            objections.add(Objection.of("delegation-to-holder", receiver.code(), item.code()));
            return;
        }
        List<Grant> ofItem = grants.stream().filter(g -> g.item().equals(item.code())).toList();
        Optional<Holding> holding = holding(item, ofItem, giver);
        if (holding.isEmpty()) {
            objections.add(Objection.of("giver-without-power", giver, item.code()));
            return;
        }
        Grant by = holding.get().by();
        if (by != null) {
            ruleBook.on(by.kind(), by.area(), by.from() == null ? today : by.from())
                    .filter(held -> !held.passingOn())
                    .ifPresent(
                            held ->
                                    objections.add(
                                            Objection.of(
                                                            "holder-cannot-pass-on",
                                                            giver,
                                                            item.code())
                                                    .withGround(held.legalGround())));
        }
        if (rule.downwards() && !below(item)) {
            objections.add(
                    Objection.of("receiver-not-below", receiver.code(), item.code())
                            .withGround(rule.legalGround()));
        }
        for (; by != null; by = holding(item, ofItem, by.giver()).map(Holding::by).orElse(null)) {
            if (by.giver().equals(receiver.code())) {
                objections.add(Objection.of("delegation-circular", receiver.code(), item.code()));
                return;
            }
        }
        ofItem.stream()
                .filter(g -> g.giver().equals(giver) && clashes(g))
                .findFirst()
                .ifPresent(
                        g ->
                                objections.add(
                                        Objection.of(
                                                "delegation-overlaps",
                                                item.code(),
                                                g.delegation())));
    }

    private Optional<Holding> holding(ItemSummary item, List<Grant> ofItem, String body) {
        return Resolver.holding(item.department(), ofItem, body, area, command.validFrom());
    }

    /** A receiver lies below the item's region, or in a part of it. */
    private boolean below(ItemSummary item) {
        RegionCode region = new RegionCode(item.region());
        return region.contains(receiver.region()) && !region.equals(receiver.region());
    }

    /** Whether a grant from the same hand would answer for the same place on the same day. */
    private boolean clashes(Grant grant) {
        boolean park = command.kind() == DelegationKind.PARK;
        boolean samePlace =
                park == grant.park()
                        && (park
                                ? grant.receiver().equals(receiver.code())
                                : grant.area().equals(area));
        LocalDate until = command.validTo();
        LocalDate from = grant.from();
        LocalDate end = grant.until();
        return samePlace
                && (end == null || end.isAfter(command.validFrom()))
                && (until == null || from == null || until.isAfter(from));
    }

    String giver(ItemSummary item) {
        String giver = command.giver();
        return giver == null ? item.department() : giver;
    }

    static Map<String, ItemSummary> byCode(List<ItemSummary> items) {
        Map<String, ItemSummary> byCode = new HashMap<>();
        for (ItemSummary item : items) byCode.put(item.code(), item);
        return byCode;
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
