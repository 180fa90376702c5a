package org.oneseal.catalog.items;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.oneseal.catalog.items.ServiceGuide.Mode;
import org.oneseal.catalog.items.ServiceGuide.Reach;

/**
 * How it is made easier to come, or needless (个性化便民服务、六办). Some follow from other elements of an
 * item; the others are said in its guide.
 */
public enum Convenience {
    /** 延时服务: a case begun in office hours is taken to its end behind them. */
    AFTER_HOURS,
    /** 错时服务: the window is open at noon or at other hours than offices are. */
    STAGGERED_HOURS,
    /** 绿色通道: whom the region puts first need not queue. */
    GREEN_CHANNEL,
    /** 亲情帮办: someone stays with old people until it is done (适老化). */
    FAMILY_ASSISTED,
    /** 无障碍: can be done by people who do not see, hear or walk well. */
    BARRIER_FREE,
    /** 预约服务. */
    BY_APPOINTMENT(item -> ofGuide(item, ServiceGuide::appointment)),
    /** 自助服务. */
    SELF_SERVICE(item -> ofGuide(item, guide -> guide.modes().contains(Mode.KIOSK))),
    /** 上门服务. */
    AT_HOME(item -> ofGuide(item, guide -> guide.modes().contains(Mode.DOOR_TO_DOOR))),
    /** 容缺受理. */
    TOLERANCE(ItemContent::tolerance),
    /** 帮代办. */
    ASSISTED(item -> ofGuide(item, guide -> guide.reaches().contains(Reach.ASSISTED))),
    /** 就近办. */
    NEARBY(item -> ofGuide(item, guide -> guide.reaches().contains(Reach.NEARBY))),
    /** 网上办: all of it. */
    FULLY_ONLINE(item -> ofGuide(item, guide -> guide.reaches().contains(Reach.FULLY_ONLINE))),
    /** 掌上办: on a telephone, with the account of the national platform. */
    ON_THE_PHONE(Convenience::onThePhone),
    /** 马上办. */
    AT_ONCE(item -> item.caseKind() == CaseKind.IMMEDIATE);

    private final boolean follows;
    private final Predicate<ItemContent> offered;

    Convenience() {
        this.follows = false;
        this.offered = item -> ofGuide(item, guide -> guide.conveniences().contains(this));
    }

    Convenience(Predicate<ItemContent> offered) {
        this.follows = true;
        this.offered = offered;
    }

    /** All that an item offers. */
    public static List<Convenience> of(ItemContent item) {
        return Stream.of(values()).filter(kind -> kind.offered.test(item)).toList();
    }

    /** Whether another element says so already. */
    public boolean follows() {
        return follows;
    }

    private static boolean onThePhone(ItemContent item) {
        Particulars particulars = item.particulars();
        return particulars != null
                && particulars.signOnApp()
                && ofGuide(item, guide -> guide.modes().contains(Mode.ONLINE));
    }

    private static boolean ofGuide(ItemContent item, Predicate<ServiceGuide> offered) {
        ServiceGuide guide = item.guide();
        return guide != null && offered.test(guide);
    }
}
