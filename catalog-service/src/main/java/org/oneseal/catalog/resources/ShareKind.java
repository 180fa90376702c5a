package org.oneseal.catalog.resources;

/** Whether other departments may have a resource (共享属性). */
public enum ShareKind {
    /** 无条件共享: whoever needs it for an item has it. */
    UNCONDITIONAL,
    /** 有条件共享: the provider looks at each demand by the condition it has published. */
    CONDITIONAL,
    /** 不予共享: nobody has it, by an act that says so (负面清单). */
    NOT_SHARED
}
