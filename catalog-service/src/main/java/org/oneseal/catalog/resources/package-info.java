/**
 * The directory of data resources (政务数据资源目录): which data a unit holds, which of its elements others
 * may have and on what condition, and what another department needs for an item: purpose, item,
 * elements and consent (需求), answered by the provider's person within a limit that is data. The
 * catalog keeps the directory; what is really fetched, case by case, is the exchange's business.
 *
 * <p>Source: 政务数据共享条例(国务院令第809号), before it 政务信息资源共享管理暂行办法(国发〔2016〕51号). Publishing of items looks
 * a resource up here; nothing here depends on that.
 */
@NullMarked
package org.oneseal.catalog.resources;

import org.jspecify.annotations.NullMarked;
