package org.oneseal.catalog.items;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param conveniences those that no other element says; none is not written, so that what was
 *     hashed before keeps its digest
 * @param onlineOnlyGround why it can be done online alone (必须网上办理的依据), null where one may also come
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
        @Nullable Integer quantityLimit,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Convenience> conveniences,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String onlineOnlyGround) {

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
        conveniences = orEmpty(conveniences).stream().distinct().sorted().toList();
    }

    /** What was stored before it could be said has none. */
    private static List<Convenience> orEmpty(@Nullable List<Convenience> conveniences) {
        return conveniences == null ? List.of() : conveniences;
    }
}
