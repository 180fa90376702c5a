package org.oneseal.cases.persistence;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import org.oneseal.cases.handling.CaseNumbers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Numbers in blocks, taken by one submission for many and committed at once, so that submissions of
 * the same item do not queue for the row of its day. What is left of a block at a restart is a gap.
 */
@Component
class JdbcCaseNumbers implements CaseNumbers {

    private static final int BLOCK = 64;
    private static final int FEW = 32;
    private static final int SERIALS = 50;
    private static final char[] ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ".toCharArray();
    private static final int MOST_BLOCKS = 10_000;

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();
    private final ConcurrentMap<String, ConcurrentLinkedQueue<Integer>> left =
            new ConcurrentHashMap<>();
    private long nextSerial;
    private long endOfSerials;

    JdbcCaseNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void atHand(String itemCode, LocalDate day) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("numbers are taken before the transaction");
        }
        if (left.size() > MOST_BLOCKS) left.clear();
        String key = key(itemCode, day);
        var numbers = left.computeIfAbsent(key, _ -> new ConcurrentLinkedQueue<>());
        if (numbers.size() > FEW) return;
        synchronized (numbers) {
            if (numbers.size() > FEW) return;
            int last = nextBlock(itemCode, day);
            for (int n = last - BLOCK + 1; n <= last; n++) numbers.add(n);
        }
    }

    private static String key(String itemCode, LocalDate day) {
        return itemCode + day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    @Override
    public String caseNumber(String itemCode, LocalDate day) {
        String key = key(itemCode, day);
        ConcurrentLinkedQueue<Integer> block = left.get(key);
        Integer next = block == null ? null : block.poll();
        if (next == null) next = takeBlock(itemCode, day, key);
        return key + String.format(Locale.ROOT, next > 9999 ? "%06d" : "%04d", next);
    }

    /** The rest of the block is given out only once this transaction has committed. */
    private int takeBlock(String itemCode, LocalDate day, String key) {
        int last = nextBlock(itemCode, day);
        int first = last - BLOCK + 1;
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(
                    new TransactionSynchronization() {
                        @Override
                        public void afterCommit() {
                            if (left.size() > MOST_BLOCKS) left.clear();
                            var queue =
                                    left.computeIfAbsent(key, _ -> new ConcurrentLinkedQueue<>());
                            for (int n = first + 1; n <= last; n++) queue.add(n);
                        }
                    });
        }
        return first;
    }

    private int nextBlock(String itemCode, LocalDate day) {
        return jdbc.sql(
                        """
                                INSERT INTO case_number_block (item_code, day, last) VALUES (?, ?, ?)
                                ON CONFLICT (item_code, day)
                                DO UPDATE SET last = case_number_block.last + excluded.last
                                RETURNING last
                                """)
                .param(itemCode)
                .param(day)
                .param(BLOCK)
                .query(Integer.class)
                .single();
    }

    @Override
    public String queryNumber() {
        var text = new StringBuilder();
        for (int i = 0; i < 10; i++) text.append(ALPHABET[random.nextInt(ALPHABET.length)]);
        return text.toString();
    }

    @Override
    public synchronized long serial() {
        if (nextSerial >= endOfSerials) {
            long first = jdbc.sql("SELECT nextval('serial_number')").query(Long.class).single();
            nextSerial = first;
            endOfSerials = first + SERIALS;
        }
        return nextSerial++;
    }
}
