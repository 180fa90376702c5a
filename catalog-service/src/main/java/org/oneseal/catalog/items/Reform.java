package org.oneseal.catalog.items;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What a reform made of an item; a region keeps a list of each (改革事项清单). */
public enum Reform {
    /** 告知承诺制: a promise instead of proof. */
    COMMITMENT(item -> item.commitment() != CommitmentClass.NONE),
    /** 容缺受理: materials may follow. */
    TOLERANCE(ItemContent::tolerance),
    /** 秒批: decided without a person. */
    INSTANT(ItemContent::instant),
    /** 免申即享: granted without an application. */
    UNASKED(item -> item.unasked() != null),
    /** 备案: a mere filing. */
    FILING(item -> item.filing() != null),
    /** 跨域通办: taken in elsewhere too. */
    CROSS_REGION(item -> item.crossRegion() != CrossRegion.NONE),
    /** 用地清单制: what applies to a plot is handed over with it. */
    LAND_LIST(item -> has(item, PreWork.LAND_LIST)),
    /** 区域评估: the area was evaluated for all projects in it. */
    AREA_EVALUATION(item -> has(item, PreWork.AREA_EVALUATION)),
    /** 交房即交证: the title comes with the house. */
    HOUSE_WITH_DEED(item -> has(item, PreWork.HOUSE_WITH_DEED)),
    /** 技审分离: the technical review is done apart from the decision. */
    TECHNICAL_REVIEW_APART(item -> has(item, PreWork.TECHNICAL_REVIEW_APART));

    private final Predicate<ItemContent> made;

    Reform(Predicate<ItemContent> made) {
        this.made = made;
    }

    private static boolean has(ItemContent item, PreWork kind) {
        Particulars particulars = item.particulars();
        return particulars != null && particulars.preWork().contains(kind);
    }

    /** All that were made of an item. */
    public static List<Reform> of(ItemContent item) {
        return Stream.of(values()).filter(reform -> reform.made.test(item)).toList();
    }
}
