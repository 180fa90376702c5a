package org.oneseal.catalog.items;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How and where one applies (办事指南要素).
 *
 * @param modes ways in which one can apply (办理形式)
 * @param reaches 全程网办, 就近办, 帮代办
 * @param onlineDepth how far it goes online (网上办理深度)
 * @param trips how often one must come (到办事现场次数)
 * @param tripReason why one must come at all, null where nobody must
 * @param conditions of acceptance (受理条件)
 * @param consultation where one asks (咨询方式)
 * @param complaints where one complains (监督投诉方式)
 * @param url where one applies online, null without
 * @param quantityLimit how many are granted, null where the number is not limited
 */
public record ServiceGuide(
        List<Mode> modes,
        List<Reach> reaches,
        List<Depth> onlineDepth,
        int trips,
        @Nullable String tripReason,
        String conditions,
        List<Venue> venues,
        String consultation,
        String complaints,
        @Nullable String url,
        boolean appointment,
        boolean onlinePayment,
        @Nullable Integer quantityLimit) {

    /** 窗口、网上、邮寄、自助终端、上门. */
    public enum Mode {
        WINDOW,
        ONLINE,
        MAIL,
        KIOSK,
        DOOR_TO_DOOR
    }

    /** 全程网办、就近办、帮代办. */
    public enum Reach {
        FULLY_ONLINE,
        NEARBY,
        ASSISTED
    }

    /** 咨询、收件、预审、受理、办理、结果反馈、电子证照. */
    public enum Depth {
        CONSULTATION,
        RECEIPT,
        PRE_REVIEW,
        ACCEPTANCE,
        HANDLING,
        RESULT_NOTICE,
        CERTIFICATE
    }

    /**
     * Where one goes (办理地点) and when (办理时间).
     *
     * @param location as written on the way there
     */
    public record Venue(String name, String location, String hours) {}

    public ServiceGuide {
        modes = modes.stream().distinct().sorted().toList();
        reaches = reaches.stream().distinct().sorted().toList();
        onlineDepth = onlineDepth.stream().distinct().sorted().toList();
        venues = List.copyOf(venues);
    }
}
