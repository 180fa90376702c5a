/**
 * Messages by e-mail (邮件通知), for those who asked for it: a person names an address, proves by a
 * code that it is theirs, and may give it up at any time (个人信息保护法 art. 14, 15). The address is kept
 * encrypted and shown masked. What the server takes for now refuses is tried again by a schedule;
 * what it refuses for good is not. Without a server configured nothing of this is on.
 */
@NullMarked
package org.oneseal.notification.mail;

import org.jspecify.annotations.NullMarked;
