package org.oneseal.catalog.guide;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What follows where a determination holds.
 *
 * @param target code of the variant, material, role, package or item, name of the fee; null for a
 *     refusal
 * @param amountFen of a fee that is set, null for the others
 * @param text what a role is called or why one is refused, null for the others
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Effect(
        Kind kind, @Nullable String target, @Nullable Long amountFen, @Nullable Wording text) {

    /** 情形、需要材料、免交材料、收费、免费、角色、一件事、纳入事项、不纳入事项、不予办理. */
    public enum Kind {
        VARIANT,
        REQUIRE_MATERIAL,
        LEAVE_OUT_MATERIAL,
        SET_FEE,
        WAIVE_FEE,
        ADD_ROLE,
        SUGGEST_PACKAGE,
        INCLUDE_MEMBER,
        LEAVE_OUT_MEMBER,
        REFUSE
    }

    Effect withMember(UnaryOperator<String> items) {
        String member = target;
        boolean ofMember = kind == Kind.INCLUDE_MEMBER || kind == Kind.LEAVE_OUT_MEMBER;
        if (member == null || !ofMember) return this;
        return new Effect(kind, items.apply(member), amountFen, text);
    }

    boolean is(Kind of, @Nullable String on) {
        return kind == of && (on == null || on.equals(target));
    }
}
