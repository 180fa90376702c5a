package org.oneseal.notification.retrying;

/** The schedules as they are set. */
public interface RetrySchedules {

    RetrySchedule of(String channel);
}
