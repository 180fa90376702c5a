package org.oneseal.catalog.items;

/** What is done for an applicant before he applies, or apart from it (工程建设项目前期改革). */
public enum PreWork {
    /** 用地清单制: what applies to a plot is handed over with it, as a list. */
    LAND_LIST,
    /** 区域评估: an area was evaluated once for all projects in it. */
    AREA_EVALUATION,
    /** 交房即交证: the title is handed over with the house. */
    HOUSE_WITH_DEED,
    /** 技审分离: the technical review is done apart from the decision. */
    TECHNICAL_REVIEW_APART
}
