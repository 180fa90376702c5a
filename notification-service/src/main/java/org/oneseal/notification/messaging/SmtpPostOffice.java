package org.oneseal.notification.messaging;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.MimeMessage;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.oneseal.notification.inbox.Text;
import org.oneseal.notification.mail.PostOffice;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Posts by SMTP. Replies 5xx are for good; 4xx and a server that is not there are for now. */
final class SmtpPostOffice implements PostOffice {

    private final JavaMailSender sender;
    private final String from;

    SmtpPostOffice(JavaMailSender sender, String from) {
        this.sender = sender;
        this.from = from;
    }

    @Override
    public Receipt post(String id, String address, Text text) {
        try {
            MimeMessage message = sender.createMimeMessage();
            MimeMessageHelper mail = new MimeMessageHelper(message, false, "UTF-8");
            mail.setFrom(from);
            mail.setTo(address);
            mail.setSubject(text.title());
            mail.setText(text.body());
            message.setHeader("Message-ID", "<" + id + "@oneseal>");
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
            return new Receipt.Taken();
        } catch (AddressException e) {
            return new Receipt.Never("address");
        } catch (MessagingException e) {
            return new Receipt.NotNow(e.getClass().getSimpleName());
        } catch (MailException e) {
            return receipt(e);
        }
    }

    private static Receipt receipt(MailException failure) {
        OptionalInt code = replyCode(failure);
        if (code.isEmpty()) return new Receipt.NotNow(failure.getClass().getSimpleName());
        String reason = "SMTP " + code.getAsInt();
        return code.getAsInt() >= 500 && isAboutTheMail(failure)
                ? new Receipt.Never(reason)
                : new Receipt.NotNow(reason);
    }

    /** What is wrong with our login is not the recipient's fault and may be mended. */
    private static boolean isAboutTheMail(MailException failure) {
        return failure instanceof MailSendException;
    }

    /** The server's reply, wherever it is wrapped. */
    private static OptionalInt replyCode(MailException failure) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        if (failure instanceof MailSendException send) {
            open.addAll(Arrays.asList(send.getMessageExceptions()));
        }
        for (int seen = 0; !open.isEmpty() && seen < 50; seen++) {
            Throwable next = open.poll();
            OptionalInt code =
                    switch (next) {
                        case SMTPAddressFailedException e -> OptionalInt.of(e.getReturnCode());
                        case SMTPSenderFailedException e -> OptionalInt.of(e.getReturnCode());
                        case SMTPSendFailedException e when e.getNextException() == null ->
                                OptionalInt.of(e.getReturnCode());
                        default -> OptionalInt.empty();
                    };
            if (code.isPresent()) return code;
            if (next instanceof SendFailedException e && e.getNextException() != null) {
                open.add(e.getNextException());
            } else if (next instanceof MessagingException e && e.getNextException() != null) {
                open.add(e.getNextException());
            }
            if (next.getCause() != null) open.add(next.getCause());
        }
        return OptionalInt.empty();
    }
}
