/**
 * Working time (工作时间): calendars of working days per region, arithmetic in working days, calendar
 * days, months and office hours, and the clock of a case, which is a ledger of dated facts from
 * which due dates, used time and a day-by-day explanation are derived and never stored by hand.
 *
 * <p>Sources: 行政许可法 art. 42–45 and 82, 民法典 art. 201–203, 全国年节及纪念日放假办法 as amended for 2025. Rules
 * count in Asia/Shanghai; instants go in and come out. Nothing here reads the time, knows a case,
 * or knows where calendars are kept.
 */
@NullMarked
package org.oneseal.platform.worktime;

import org.jspecify.annotations.NullMarked;
