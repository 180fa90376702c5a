package org.oneseal.notification.mail;

/** Whether there is a server that takes e-mail. */
public record MailSettings(boolean on) {}
