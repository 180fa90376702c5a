package org.oneseal.catalog.reviewing;

/** How far a draft has come on its way to publication (编辑状态). */
public enum EditorialState {
    /** 待提交: nobody has reviewed it as it stands. */
    TO_SUBMIT,
    /** 已审定(待发布). */
    CHECKED,
    /** 审核驳回: it goes back to its editor. */
    REJECTED
}
