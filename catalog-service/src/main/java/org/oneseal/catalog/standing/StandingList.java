package org.oneseal.catalog.standing;

/** A list that each body must keep and show. */
public enum StandingList {
    /** 权责清单: every power of the body, whether it is applied for or not. */
    POWERS,
    /** 公共服务事项清单: what it does for people without having to decide. */
    PUBLIC_SERVICES,
    /** 政务服务事项清单: all that one may apply for. */
    GOVERNMENT_SERVICES,
    /** 行政备案事项清单: what must only be filed. */
    FILINGS
}
